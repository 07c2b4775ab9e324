// The files of one version of the page, as the build lists them, and which of them a request asks for.

/** A file of the build. */
export interface ListedFile {
	/** Relative to the page's folder. */
	readonly url: string;
	/** `sha256-…` of the content. */
	readonly integrity: string;
	/** Size. */
	readonly bytes: number;
	/** The only device that needs it; absent: the page needs it on every device. */
	readonly device?: "webgpu";
}

export interface FileList {
	readonly files: readonly ListedFile[];
	/** The file that answers a request for `url`; none for what lies elsewhere or is not listed. */
	at(url: string): ListedFile | undefined;
	/**
	 * Where a file is stored. The content's hash is a part of it: versions can share a file, and none gets
	 * another's.
	 */
	keyOf(file: ListedFile): string;
	/** What to fetch for a file; the page itself by its folder, since servers redirect from its file's name. */
	addressOf(file: ListedFile): string;
}

const pageFile = "index.html";

/** @param scope absolute URL of the page's folder, with a trailing slash */
export function createFileList(files: readonly ListedFile[], scope: string): FileList {
	const byUrl = new Map(files.map((file) => [new URL(file.url, scope).href.slice(scope.length), file]));
	return {
		files,
		at(url) {
			const { origin, pathname } = new URL(url);
			const path = origin + pathname;
			if (!path.startsWith(scope)) return undefined;
			return byUrl.get(path.slice(scope.length) || pageFile);
		},
		keyOf: ({ url, integrity }) => `${new URL(url, scope).href}?${encodeURIComponent(integrity)}`,
		addressOf: ({ url }) => (url === pageFile ? scope : new URL(url, scope).href),
	};
}
