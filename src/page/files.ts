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
	async function take(file: File): Promise<void> {
		const read = await readTextFile(file);
		if ("problem" in read) {
			showNotice(read.problem);
			return;
		}
		source.replace(read.text, `Replaced by “${file.name}”.`);
		announce(`Opened ${file.name}.`);
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
		const file = event.dataTransfer?.files[0];
		if (file !== undefined) void take(file);
	});
}
