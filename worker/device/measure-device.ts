// How fast a loaded device is: the main thread asks each of several and keeps the fastest.
import type { Measurement } from "../../src/bridge/worker-interface.ts";
import type { SelfTest } from "../../src/models/model-spec.ts";
import type { Engine } from "../model/load-model.ts";
import { measureAgreement, requireAgreement } from "../model/self-test.ts";
import { fullWindow } from "../scoring/full-window.ts";

/** Read over and over until the window is full. */
const sample =
	"Hi Anna, as I said before, never restart the database in Oslo before Friday 14 March, 10:30, whatever the " +
	"dashboard says. Der Dienst darf nur nach Rücksprache neu gestartet werden. No borres la tabla de pedidos. " +
	"请不要在星期五之前删除日志。 The rest, including the small talk at the beginning, is of no interest to anybody. ";

/** After a run that took longer, a second would cost a person more time than it would make the number better. */
const longRun = 1000;

/**
 * Runs one full window three times; the first run warms up, the better of the others counts.
 *
 * @param reference what another device answered here; used where the model has no stored decisions of its own
 * @param step called after every run
 * @throws CompressorError "no-device" where the decisions are not those of `reference`.
 */
export async function measureDevice(
	engine: Pick<Engine, "classifier" | "info" | "manifest" | "tokenizer">,
	reference: SelfTest | undefined,
	step: () => void,
): Promise<Measurement> {
	const { classifier, info, manifest } = engine;
	const input = fullWindow(engine, sample);
	const run = async () => {
		const began = performance.now();
		const { keepProbability } = await classifier.classify(input, false);
		step();
		return { keepProbability, took: performance.now() - began };
	};
	const { keepProbability } = await run();
	const window = { text: sample, inputIds: Array.from(input), keepProbability: Array.from(keepProbability) };
	if (reference && manifest.selfTest === undefined) {
		requireAgreement(await measureAgreement(classifier, reference), info.device);
		step();
	}
	let { took: windowMs } = await run();
	if (windowMs < longRun) windowMs = Math.min(windowMs, (await run()).took);
	return { windowMs, answers: { windows: [window] } };
}
