// The styles of progress, errors and preview come with the first call: on a slow line nothing is seen without them.
import { expect, it, vi } from "vitest";
import { fakeCompressor } from "./compressor.fixture.ts";
import "./define.ts";

const line = vi.hoisted(() => {
	let arrive = () => {};
	const arrived = new Promise<void>((resolve) => {
		arrive = resolve;
	});
	return { arrived, arrive: () => arrive() };
});
vi.mock("./styles/later.ts", async (load) => {
	await line.arrived;
	return load();
});

/** An element whose compressor answers when told to. The fixture of the other tests would load the styles first. */
function mount() {
	const element = document.createElement("prompt-sieve");
	const compressor = fakeCompressor();
	let goOn = () => {};
	compressor.gate = new Promise((resolve) => {
		goOn = resolve;
	});
	element.compressor = compressor;
	element.value = "Please do not restart the workers by hand before the fix is deployed.";
	document.body.append(element);
	const part = (name: string) => {
		const found = element.shadowRoot?.querySelector(`[part="${name}"]`);
		if (found instanceof HTMLElement) return found;
		throw new Error(`no part "${name}"`);
	};
	return { element, goOn: () => goOn(), part };
}

it("progress and preview are seen once they have their styles", async () => {
	const { element, goOn, part } = mount();
	const compressing = element.compress();
	await vi.waitFor(() => expect(part("progress").hidden).toBe(false));
	expect(part("progress").checkVisibility()).toBe(false);
	expect(part("bar").checkVisibility()).toBe(true);

	line.arrive();
	await vi.waitFor(() => expect(part("progress").checkVisibility()).toBe(true), { timeout: 30_000 });
	expect(getComputedStyle(part("progress")).display).toBe("flex");
	goOn();
	await compressing;
	await vi.waitFor(() => expect(part("preview").checkVisibility()).toBe(true));
});

it("another element of the page has them at once", async () => {
	const { element, goOn, part } = mount();
	const compressing = element.compress();
	await vi.waitFor(() => expect(part("progress").hidden).toBe(false));
	expect(getComputedStyle(part("progress")).display).toBe("flex");
	goOn();
	await compressing;
});
