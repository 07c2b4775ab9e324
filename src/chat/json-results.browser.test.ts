// Results of tools as they really come, through the real worker and the embedded model: what was JSON stays JSON.
import { afterAll, describe, expect, it } from "vitest";
import { createCompressor } from "../compressor.ts";
import { compressMessages } from "./compress-messages.ts";
import { isSameShape } from "./same-shape.ts";

const compressor = createCompressor({ assetsUrl: "/", device: "wasm" });
afterAll(() => compressor.dispose());

const prose = `The replica fell behind by more than two hours, because the new cluster had been set up with far smaller
disks than the old one, which nobody had noticed in the weeks before. "We should have seen that", said the team; it
decided to stop all nightly exports, and must NOT start them again before the disks are replaced.`;
const hit = (id: number) => ({
	id,
	title: `Incident ${id}`,
	path: "src/db/replica.ts",
	score: 0.93 - id / 100,
	open: id % 2 === 0,
	owner: null,
	summary: prose,
	quote: `Note ${id}: ${prose.replaceAll("\n", " ")}`,
});

const results: Readonly<Record<string, string>> = {
	"an object": JSON.stringify({ query: "replica", total: 2, hits: [hit(1), hit(2)] }),
	"an object with indents": JSON.stringify({ query: "replica", hits: [hit(3)] }, null, 2),
	"a list": JSON.stringify([hit(4), hit(5), hit(6)]),
	"a list of strings": JSON.stringify([prose, prose.toUpperCase(), "", "short"]),
	"one string": JSON.stringify(prose),
	"one string, as Python escapes it": JSON.stringify(`${prose} Größe: 1.250 €.`).replace(
		/[\u0080-\uffff]/g,
		(char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
	),
	"JSON in a string": JSON.stringify(JSON.stringify({ hits: [hit(7)] })),
	"JSON in a string of an object": JSON.stringify({ status: 200, body: JSON.stringify({ hits: [hit(8)] }) }),
	"MCP's content": JSON.stringify({ content: [{ type: "text", text: prose }], isError: false }),
	"a page of an API": JSON.stringify({
		data: {
			viewer: { issues: { nodes: [{ number: 12, body: `## Steps\n\n- ${prose}\n- see \`a.b()\`` }] } },
		},
		pageInfo: { endCursor: "Y3Vyc29yOnYyOpHOAA==", hasNextPage: true },
	}),
	"with keys that look like code": JSON.stringify({
		"a.b[0]": prose,
		'say "hi"': { "": prose },
		"x\ny": [prose],
	}),
};

describe.each(Object.entries(results))("%s", (name, source) => {
	it.each([0.3, 0.6, 0.9])("stays JSON of its shape at rate %f", async (rate) => {
		const messages = [{ role: "tool", tool_call_id: "1", content: source }];
		const { messages: compressed, changed } = await compressMessages(compressor, messages, { rate });
		const content = compressed[0]?.content ?? "";
		const value: unknown = JSON.parse(content);
		expect(isSameShape(JSON.parse(source), value)).toBe(true);
		// At a low rate there is enough prose to go in every one of them, but for JSON that is escaped in a part.
		if (rate < 0.5 && name !== "JSON in a string of an object") expect(changed).toEqual([[0, "content"]]);
		expect(content.length).toBeLessThanOrEqual(source.length);
	});
});

it("JSON lines stay JSON line by line", async () => {
	const lines = [hit(1), hit(2), hit(3)].map((value) => JSON.stringify(value));
	const messages = [{ role: "tool", tool_call_id: "1", content: lines.join("\n") }];
	for (const rate of [0.4, 0.7]) {
		const { messages: compressed } = await compressMessages(compressor, messages, { rate });
		const values = (compressed[0]?.content ?? "").split("\n").map((line): unknown => JSON.parse(line));
		expect(values.length).toBeGreaterThan(0);
		for (const value of values) {
			expect(lines.some((line) => isSameShape(JSON.parse(line), value))).toBe(true);
		}
	}
});
