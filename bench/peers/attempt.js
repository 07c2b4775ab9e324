// One try of something that may fail or never end: what it said instead is part of the measurement.
import { setTimeout as delay } from "node:timers/promises";

/**
 * @template T
 * @param {() => Promise<T>} work
 * @param {number} limitSeconds
 * @returns {Promise<{ value: T, failure?: undefined } | { value?: undefined, failure: string }>}
 */
export async function attempt(work, limitSeconds) {
	const over = new AbortController();
	const tooLong = delay(limitSeconds * 1000, undefined, { signal: over.signal }).then(() => {
		throw new Error(`gave up after ${limitSeconds} s`);
	});
	try {
		return { value: await Promise.race([work(), tooLong]) };
	} catch (error) {
		return { failure: firstSentence(error instanceof Error ? error.message : String(error)) };
	} finally {
		over.abort();
		await tooLong.catch(() => {});
	}
}

/**
 * Without Playwright's name of the call, a bare "Error:" and the stack that follows; an end of the browser in plain words;
 * without the address of the benchmark's own server.
 *
 * @param {string} message
 */
function firstSentence(message) {
	const [line = ""] = message
		.replace(/^page\.\w+: /, "")
		.replace(/^Error: /, "")
		.replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, "")
		.replace(/^Target (page, context or browser has been closed|crashed).*/, "its page crashed")
		.split("\n");
	return line.slice(0, 300);
}
