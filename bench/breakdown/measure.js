// Measures steps, operators and peaks, and writes results/breakdown.json.
import { readFileSync, writeFileSync } from "node:fs";
import { root } from "../../scripts/run-command.js";
import { openBenchPage } from "../browser-page.js";
import { manifest, modelFolder, selfTest } from "../embedded-model.js";
import { fullWindow } from "../full-window.js";
import { longText } from "../long-text.js";
import { describeMachine } from "../machine.js";
import { servePage } from "../serve-page.js";
import { median } from "../statistics.js";
import { formula, measureRoofline, warmUps } from "./measure-roofline.js";
import { profileNative } from "./native-profile.js";
import { readProfile } from "./profile.js";

// Others can be given for a try.
const rounds = Number(process.argv[2] ?? 7);
const runs = Number(process.argv[3] ?? 15);
const machine = describeMachine();
const { file } = manifest.variants.wasm;
const text = longText(8000);
/** As long as the windows of a long text may be. */
const ids = fullWindow(manifest, selfTest, manifest.windowTokens);
const dims = [1, ids.length];
const feeds = { input_ids: { data: ids, dims }, attention_mask: { data: ids.map(() => 1), dims } };

const { url, browser, close } = await servePage();
const page = await openBenchPage(url, browser);

console.log(`Measuring the steps of ${text.tokens} LLM tokens …`);
await page.call("openStages");
await page.call("timeStages", text.text);
/** @type {import("../page-functions.ts").StageTimes[]} */
const times = [];
for (let round = 0; round < rounds; round++) times.push(await page.call("timeStages", text.text));

console.log("Measuring the operators of a window …");
const inBrowser = await page.call("profileGraph", { url: file }, feeds, warmUps + runs, undefined);

console.log("Measuring the peak of WebAssembly …");
const wasm = await measureRoofline("wasm", feeds, runs, async (graph, inputs, count) => {
	const source = graph === "window" ? { url: file } : { bytes: [...graph] };
	return (await page.call("profileGraph", source, inputs, count, 1)).events;
});
await page.close();
await close();

console.log("Measuring the native peak …");
const model = readFileSync(modelFolder + file);
const native = await measureRoofline("native", feeds, runs, (graph, inputs, count) =>
	profileNative(graph === "window" ? model : graph, inputs, count),
);

/** @param {keyof import("../page-functions.ts").StageTimes} stage */
const middle = (stage) => median(times.map((one) => one[stage]));

/** @type {import("./result-shape.ts").BreakdownResult} */
const result = {
	machine: { ...machine, browser: page.browserVersion },
	model: { file, version: manifest.version },
	text: { characters: text.text.length, llmTokens: text.tokens },
	threads: inBrowser.threads,
	stages: {
		words: middle("words"),
		tokenize: middle("tokenize"),
		window: middle("window"),
		infer: middle("infer"),
		merge: middle("merge"),
		messages: middle("messages"),
		count: middle("count"),
		select: middle("select"),
		render: middle("render"),
	},
	rounds,
	windowTokens: ids.length,
	window: readProfile(inBrowser.events, warmUps),
	formula,
	rooflines: [wasm, native],
};
writeFileSync(`${root}bench/results/breakdown.json`, `${JSON.stringify(result, undefined, "\t")}\n`);
console.log("Written to bench/results/breakdown.json");
