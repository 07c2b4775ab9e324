import { expect, test } from "vitest";
import { busyRemark } from "./busy.js";

test.each([
	[{ loadBefore: 0.4, cores: 2 }, ""],
	[{ loadBefore: 1.6, cores: 2 }, " Busy machine (load 1.6): a first look only."],
	[{ loadBefore: undefined, cores: 2 }, ""],
])("%j", (machine, remark) => {
	expect(busyRemark(machine)).toBe(remark);
});
