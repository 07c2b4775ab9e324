// How much memory the page's process takes, as Linux tells it.
import { readFileSync } from "node:fs";

/**
 * @param {import("playwright").Browser} browser whose page has just been opened
 * @returns {Promise<() => Promise<number>>} bytes by which a renderer was at its highest above its size now, the most
 *   of all; NaN where the system has no /proc
 */
export async function watchMemory(browser) {
	const before = new Map((await rendererIds(browser)).map((id) => [id, readStatus(id, "VmRSS")]));
	return async () => {
		const growth = (await rendererIds(browser)).map((id) => readStatus(id, "VmHWM") - (before.get(id) ?? 0));
		return Math.max(...growth);
	};
}

/**
 * Process ids of the browser's renderers; the page's is one of them.
 *
 * @param {import("playwright").Browser} browser
 */
async function rendererIds(browser) {
	const session = await browser.newBrowserCDPSession();
	const { processInfo } = await session.send("SystemInfo.getProcessInfo");
	await session.detach();
	return processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
}

/** @param {number} pid @param {string} field of /proc/PID/status in kB @returns {number} bytes */
export function readStatus(pid, field) {
	try {
		const match = new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(
			readFileSync(`/proc/${pid}/status`, "utf8"),
		);
		return Number(match?.[1]) * 1024;
	} catch {
		return Number.NaN;
	}
}
