import { expect, it } from "vitest";
import { openLink } from "./link.js";

it("lets one after another through, and is free again after a pause", () => {
	let time = 0;
	const link = openLink(20, () => time);
	// 2.5 MB a second.
	expect([link(2500), link(5000)]).toEqual([1, 3]);
	time = 10;
	expect(link(2500)).toBe(1);
});

it("without a limit delays nothing", () => {
	expect(openLink(Number.POSITIVE_INFINITY, () => 5)(1e9)).toBe(0);
});
