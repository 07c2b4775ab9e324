// The command line of `npm run bench:peers`.
import { parseArgs } from "node:util";
import { benchModels } from "./models.js";

const parts = ["speed", "shipped", "interaction"];

const usage = `npm run bench:peers -- [options]
  --python PATH    a Python with the packages of training/compat/requirements.txt; default: one is made for it
  --sizes A,B      only these lengths in LLM tokens, of 1000, 4000, 16000, 64000
  --models A,B     only these, of ${benchModels.map(({ model }) => model).join(", ")}
  --parts A,B      only these, of ${parts.join(", ")}
  --long           every length of every model: hours
  --built          with pages and library as the last run built them
  --out FILE       default bench/results/peers.json; the tables in bench/README.md change only with the default`;

/** Ends the process after `--help`, and where an option is wrong. */
export function readOptions() {
	try {
		const { values } = parseArgs({
			options: {
				python: { type: "string" },
				sizes: { type: "string" },
				models: { type: "string" },
				parts: { type: "string" },
				long: { type: "boolean", default: false },
				built: { type: "boolean", default: false },
				out: { type: "string" },
				help: { type: "boolean", default: false },
			},
		});
		if (values.help) {
			console.log(usage);
			process.exit();
		}
		const sizes = values.sizes?.split(",").map(Number);
		if (sizes?.some((size) => !Number.isInteger(size))) throw new Error(`--sizes ${values.sizes}`);
		const wanted = chosen(
			"models",
			values.models,
			benchModels.map(({ model }) => model),
		);
		return {
			...values,
			sizes,
			models: benchModels.filter(({ model }) => wanted.includes(model)),
			parts: chosen("parts", values.parts, parts),
		};
	} catch (error) {
		console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
		process.exit(2);
	}
}

/** @param {string} name @param {string | undefined} value @param {readonly string[]} known */
function chosen(name, value, known) {
	const list = value?.split(",") ?? known;
	const unknown = list.find((each) => !known.includes(each));
	if (unknown !== undefined) throw new Error(`--${name}: ${unknown} is unknown`);
	return list;
}
