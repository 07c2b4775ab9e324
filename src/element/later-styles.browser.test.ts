// The styles of progress, errors and preview come with the first call: on a slow line nothing is seen without them.
import { expect, it, vi } from "vitest";
import { mount, painted, part, source } from "./element.fixture.ts";

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

it("progress and preview are seen once they have their styles", async () => {
	const { element, compressor } = mount();
	let goOn = () => {};
	compressor.gate = new Promise((resolve) => {
		goOn = resolve;
	});
	element.value = source;
	const compressing = element.compress();
	await painted();
	const work = part(element, "progress", HTMLElement);
	expect([work.hidden, work.checkVisibility()]).toEqual([false, false]);
	expect(part(element, "bar", HTMLElement).checkVisibility()).toBe(true);

	line.arrive();
	await vi.waitFor(() => expect(work.checkVisibility()).toBe(true));
	expect(getComputedStyle(work).display).toBe("flex");
	goOn();
	await compressing;
	await painted();
	expect(part(element, "preview", HTMLElement).checkVisibility()).toBe(true);

	// Another element of the page has them from the start.
	const other = mount();
	other.compressor.gate = new Promise(() => {});
	other.element.value = source;
	const waiting = other.element.compress();
	await painted();
	expect(getComputedStyle(part(other.element, "progress", HTMLElement)).display).toBe("flex");
	other.element.cancel();
	await expect(waiting).rejects.toMatchObject({ code: "aborted" });
});
