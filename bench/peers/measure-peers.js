// The whole run: builds, makes models, measures the parts one after another, and writes results and tables.
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { installBrowser } from "../../scripts/find-browser.js";
import { root, runNpm } from "../../scripts/run-command.js";
import { installPython } from "../../scripts/training-python.js";
import { describeMachine } from "../machine.js";
import { serveBench } from "./bench-server.js";
import { buildPages } from "./build-pages.js";
import { goalRows } from "./goals.js";
import { measureInteraction } from "./measure-interaction.js";
import { measureShipped } from "./measure-shipped.js";
import { measureSpeed } from "./measure-speed.js";
import { benchModels, modelFacts } from "./models.js";
import { askThreads, bundleProbe, shippedFileInPeer } from "./preliminaries.js";
import { prepareModels } from "./prepare-models.js";
import { peerTables } from "./tables.js";
import { openTexts } from "./texts.js";
import { peerVersions } from "./versions.js";
import { writeTables } from "./write-tables.js";

/** Lengths in LLM tokens at which waiting is measured. */
const interactionLengths = [1000, 8000, 32_000];

const resultFile = `${root}bench/results/peers.json`;

/** @param {ReturnType<typeof import("./options.js").readOptions>} options */
export async function measurePeers(options) {
	const executablePath = await installBrowser();
	if (!executablePath) throw new Error("No Chromium could be found or installed.");
	const python =
		options.python ??
		(await installPython(`${root}bench/.cache/venv`, `${root}training/compat/requirements.txt`));
	if (!python) throw new Error("No Python could be found or installed; it makes the models.");
	const models = options.models.filter(({ threads }) => options.long || threads.length > 0);
	// The first visit and the interaction are measured with the peer's smallest.
	const needed = benchModels.filter((each) => models.includes(each) || each.model === "tinybert");
	await prepareModels(needed, python);
	if (!options.built) await buildAll();

	const file = options.out ?? resultFile;
	const machine = describeMachine();
	const began = performance.now();
	const servers = {
		alone: await serveBench({ isolated: false }),
		isolated: await serveBench({ isolated: true }),
	};
	const { threads, browser } = await askThreads(servers.isolated, executablePath);
	const nextText = openTexts();
	/** @type {import("./result-shape.ts").SpeedRow[]} */
	const speed = [];
	/** @type {import("./result-shape.ts").LoadRow[]} */
	const loads = [];
	/** @type {readonly import("./result-shape.ts").ShippedRow[]} */
	let shipped = [];
	/** @type {readonly import("./result-shape.ts").InteractionRow[]} */
	let interaction = [];

	const versions = peerVersions(python);

	/** Writes what there is by now, so that a run that is cut short leaves something. */
	function save() {
		/** @type {import("./result-shape.ts").PeersResult} */
		const result = {
			date: machine.date,
			machine: {
				cpu: machine.cpu,
				cores: machine.cores,
				memoryGiB: machine.memoryGiB,
				system: machine.system,
				loadBefore: machine.loadBefore,
				loadAfter: loadavg()[0],
				browser,
				node: machine.node,
			},
			versions,
			long: options.long,
			tookSeconds: (performance.now() - began) / 1000,
			models: models.map(modelFacts),
			speed,
			loads,
			shipped,
			interaction,
			goals: goalRows(speed),
		};
		writeFileSync(file, `${JSON.stringify(result, undefined, "\t")}\n`);
		return result;
	}

	if (options.parts.includes("shipped")) {
		console.log("Measuring the first visit …");
		shipped = await measureShipped({ executablePath, nextText, rounds: options.long ? 3 : 1 });
		save();
	}
	if (options.parts.includes("interaction")) {
		console.log("Measuring interaction …");
		const lengths = interactionLengths.filter(
			(tokens) => tokens <= Math.max(...(options.sizes ?? interactionLengths)),
		);
		const probe = await bundleProbe();
		interaction = await measureInteraction({
			lengths,
			executablePath,
			threads,
			server: servers.isolated,
			probe,
			nextText,
		});
		save();
	}
	if (options.parts.includes("speed")) {
		loads.push(...(await shippedFileInPeer(servers.isolated, executablePath, threads)));
		await measureSpeed(
			{ ...options, models, python, executablePath, threads, servers, nextText },
			(measured) => {
				speed.push(...measured.speed);
				loads.push(...measured.loads);
				save();
			},
		);
	}
	await servers.alone.close();
	await servers.isolated.close();

	const result = save();
	console.log(peerTables(result));
	console.log(`\nWritten to ${file}`);
	if (!options.out) writeTables(result);
}

/** @throws when something cannot be built */
async function buildAll() {
	await buildPages();
	if ((await runNpm(["run", "--silent", "build:lib"])) !== 0)
		throw new Error("The library could not be built.");
}
