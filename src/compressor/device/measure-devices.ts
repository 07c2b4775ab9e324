// The choice between several devices by trying: each is loaded in a worker of its own and runs one warm full window.

import { asCompressorError } from "../../core/as-compressor-error.ts";
import { CompressorError } from "../../core/error.ts";
import type { SelfTest } from "../../models/model-spec.ts";
import type { RunningWorker } from "../start-worker.ts";
import type { DeviceCandidate } from "./device-candidates.ts";
import { deviceName, inMs, outcomes } from "./device-words.ts";

export interface MeasuredChoice {
	readonly running: RunningWorker;
	/** To follow the device's name and a colon. */
	readonly because: string;
	/** Whether another load would come to the same: no device failed by accident. */
	readonly lasts: boolean;
}

/**
 * The fastest candidate whose decisions are the reference's; the others' workers are closed. They run one after
 * another: at the same time they would slow each other down.
 *
 * @param start loads a candidate, with its self-test; throws when it is aborted
 * @throws CompressorError of the last candidate if none can be used
 */
export async function measureDevices(
	candidates: readonly DeviceCandidate[],
	start: (candidate: DeviceCandidate) => Promise<RunningWorker>,
	signal: AbortSignal,
): Promise<MeasuredChoice> {
	const measured: (RunningWorker & { windowMs: number })[] = [];
	const refused: { readonly device: DeviceCandidate["device"]; readonly failure: CompressorError }[] = [];
	let reference: SelfTest | undefined;
	for (const candidate of referenceFirst(candidates)) {
		let running: RunningWorker | undefined;
		try {
			running = await start(candidate);
			const { windowMs, answers } = await running.connection.measure(reference);
			reference ??= answers;
			measured.push({ ...running, windowMs });
		} catch (error) {
			const failure = asCompressorError(error);
			running?.connection.close(failure);
			if (signal.aborted) throw failure;
			refused.push({ device: candidate.device, failure });
		}
	}
	const [fastest, ...slower] = measured.toSorted((a, b) => a.windowMs - b.windowMs);
	if (!fastest)
		throw refused.at(-1)?.failure ?? new CompressorError("no-device", "There is no device to try.");
	for (const { connection } of slower) {
		connection.close(new CompressorError("disposed", "Another device is faster."));
	}
	const others = slower.map(({ info, windowMs }) => `${inMs(windowMs)} for ${deviceName(info)}`);
	return {
		running: fastest,
		because: [
			others.length > 0 ? `${inMs(fastest.windowMs)} a window against ${others.join(", ")}` : "",
			outcomes(
				refused.map(({ device, failure }) => ({ device, message: failure.message })),
				"was refused",
			),
		]
			.filter(Boolean)
			.join("; "),
		lasts: refused.every(({ failure }) => failure.code === "no-device"),
	};
}

/** The CPU's answers are what others are compared with where a model has no stored decisions. */
function referenceFirst(candidates: readonly DeviceCandidate[]): readonly DeviceCandidate[] {
	return candidates.toSorted((a, b) => Number(a.device === "webgpu") - Number(b.device === "webgpu"));
}
