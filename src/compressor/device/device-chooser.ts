// Which device a compressor works on: the fastest at first, and after a failure the next one. Asked by scorer.ts
// whenever it needs a worker.
import type { ProgressListener } from "../../bridge/worker-interface.ts";
import { asCompressorError } from "../../core/as-compressor-error.ts";
import { CompressorError } from "../../core/error.ts";
import { type RunningWorker, type StartRequest, startWorker } from "../start-worker.ts";
import { type DeviceCandidate, findBrowserDevices } from "./device-candidates.ts";
import { DeviceMemory } from "./device-memory.ts";
import { deviceName, type Outcome, outcomes } from "./device-words.ts";
import { measureDevices } from "./measure-devices.ts";

type Start = (candidate: DeviceCandidate) => Promise<RunningWorker>;

export class DeviceChooser {
	readonly #request: StartRequest;
	/** What each device last failed with, in the order of these failures. */
	readonly #faults = new Map<DeviceCandidate["device"], CompressorError>();
	#memory: DeviceMemory | undefined;
	#devices = 1;

	constructor(request: StartRequest) {
		this.#request = request;
	}

	/** How often a text is worth trying: once on every device, twice on the only one. */
	get tries(): number {
		return Math.max(2, this.#devices);
	}

	/**
	 * A worker in which the model is loaded and has passed its self-test; `info.reason` says why there.
	 *
	 * @param signal ends the worker, while it loads and afterwards
	 * @throws CompressorError of the device that was tried last
	 */
	async start(onProgress: ProgressListener, signal: AbortSignal): Promise<RunningWorker> {
		const { device, model, findDevices = findBrowserDevices } = this.#request;
		const { candidates, gpu } = await findDevices(device);
		this.#devices = candidates.length;
		const start: Start = (candidate) => startWorker(candidate, this.#request, onProgress, signal);
		if (gpu === undefined || this.#faults.size > 0) return this.#startFirst(candidates, start, signal);
		this.#memory = new DeviceMemory(model.id, gpu);
		return (
			(await this.#startRemembered(this.#memory, candidates, start, signal)) ??
			(await this.#startFastest(this.#memory, candidates, start, signal))
		);
	}

	/** A device that has failed at work is taken last from now on, and measured anew on the next visit. */
	failed({ info }: RunningWorker, failure: CompressorError): void {
		this.#fault(info.device, failure);
	}

	/** The first that loads; devices that have failed before come last. */
	async #startFirst(
		candidates: readonly DeviceCandidate[],
		start: Start,
		signal: AbortSignal,
	): Promise<RunningWorker> {
		const faults = [...this.#faults];
		const faultOf = (candidate: DeviceCandidate) =>
			faults.findIndex(([device]) => device === candidate.device);
		const refused: Outcome[] = [];
		let last = new CompressorError("no-device", `device "${this.#request.device}": there is none to try.`);
		for (const candidate of candidates.toSorted((a, b) => faultOf(a) - faultOf(b))) {
			try {
				const running = await start(candidate);
				const failed = faults.map(([device, { message }]) => ({ device, message }));
				const why = [outcomes(failed, "failed"), outcomes(refused, "was refused")].filter(Boolean);
				return withReason(running, why.join(", ") || candidate.why);
			} catch (error) {
				last = asCompressorError(error);
				if (signal.aborted) throw last;
				refused.push({ device: candidate.device, message: last.message });
			}
		}
		throw last;
	}

	/** Nothing if no choice is remembered, or one for another version of the model. */
	async #startRemembered(
		memory: DeviceMemory,
		candidates: readonly DeviceCandidate[],
		start: Start,
		signal: AbortSignal,
	): Promise<RunningWorker | undefined> {
		const choice = memory.recall();
		const candidate = candidates.find(({ device }) => device === choice?.device);
		if (!choice || !candidate) return undefined;
		try {
			const running = await start(candidate);
			if (running.info.version === choice.version)
				return withReason(running, `${choice.because}; remembered from an earlier measurement`);
			running.connection.close(new CompressorError("disposed", "The model has another version now."));
			return undefined;
		} catch (error) {
			const failure = asCompressorError(error);
			if (signal.aborted) throw failure;
			this.#fault(candidate.device, failure);
			return this.#startFirst(candidates, start, signal);
		}
	}

	async #startFastest(
		memory: DeviceMemory,
		candidates: readonly DeviceCandidate[],
		start: Start,
		signal: AbortSignal,
	): Promise<RunningWorker> {
		const { running, because, lasts } = await measureDevices(candidates, start, signal);
		const { device, version } = running.info;
		if (lasts) memory.remember({ device, because, version });
		return withReason(running, because);
	}

	#fault(device: DeviceCandidate["device"], failure: CompressorError): void {
		this.#memory?.forget();
		this.#faults.delete(device);
		this.#faults.set(device, failure);
	}
}

/** @param why before what the worker's own start had to say */
function withReason({ connection, info }: RunningWorker, why: string): RunningWorker {
	const reasons = [why, info.reason].filter(Boolean).join("; ");
	return { connection, info: { ...info, reason: `${deviceName(info)}: ${reasons}.` } };
}
