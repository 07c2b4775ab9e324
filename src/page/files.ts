// Opening a file by its button, and dropping one anywhere on the page.
import { announce } from "./announce.ts";
import { byId } from "./dom.ts";
import { showNotice } from "./notice.ts";
import type { SourceDocument } from "./source-document.ts";
import { readTextFile } from "./text-file.ts";

const open = byId("open-file", HTMLButtonElement);
const input = byId("file-input", HTMLInputElement);
const zone = byId("drop-zone", HTMLElement);

function carriesFiles(event: DragEvent): boolean {
	return event.dataTransfer?.types.includes("Files") ?? false;
}

export function wireFiles(source: SourceDocument): void {
	/** Whether the file's text is the source now. */
	async function take(file: File): Promise<boolean> {
		const read = await readTextFile(file);
		if ("problem" in read) {
			showNotice(read.problem);
			return false;
		}
		source.replace(read.text, `Replaced by “${file.name}”.`);
		announce(`Opened ${file.name}.`);
		return true;
	}

	async function takeFirst([file, ...others]: readonly File[]): Promise<void> {
		if (file === undefined) return;
		const isTaken = await take(file);
		if (isTaken && others.length > 0) showNotice(`Only “${file.name}” was opened: one file at a time.`);
	}

	open.addEventListener("click", () => input.click());
	input.addEventListener("change", () => {
		const file = input.files?.[0];
		if (file !== undefined) void take(file);
		// The same file can be opened again.
		input.value = "";
	});

	// Entering a child counts before leaving its parent: only the balance says that the file has left.
	let inside = 0;
	window.addEventListener("dragenter", (event) => {
		if (!carriesFiles(event)) return;
		event.preventDefault();
		inside++;
		zone.hidden = false;
	});
	window.addEventListener("dragover", (event) => {
		if (carriesFiles(event)) event.preventDefault();
	});
	window.addEventListener("dragleave", (event) => {
		if (!carriesFiles(event)) return;
		inside = Math.max(0, inside - 1);
		if (inside === 0) zone.hidden = true;
	});
	window.addEventListener("drop", (event) => {
		if (!carriesFiles(event)) return;
		event.preventDefault();
		inside = 0;
		zone.hidden = true;
		void takeFirst([...(event.dataTransfer?.files ?? [])]);
	});
}
