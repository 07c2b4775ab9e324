// Another tab, to the browser's storage and locks: a worker that loads one file and says how far it is.
import { DownloadMeter } from "./download-meter.ts";
import { loadFile, type WantedFile } from "./load-files.ts";

self.addEventListener("message", ({ data }: MessageEvent<WantedFile>) => {
	const meter = new DownloadMeter("some-model", (event) => postMessage(event));
	void loadFile(data, meter);
});
