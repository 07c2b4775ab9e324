import { describe, expect, it } from "vitest";
import { type CompressToolsOptions, compressTools } from "./compress-tools.ts";
import { replaceAt } from "./text-place.ts";
import { thinningCompressor, thinWords, words } from "./thinning.fixture.ts";

const long = words("long");
const short = thinWords(long, { rate: 0.5 });
const described = (description: string) => ({ type: "string", description });

/** A schema with descriptions in every place, and with what only looks like one. */
const schema = (description: string) => ({
	type: "object",
	description,
	title: long,
	$comment: long,
	properties: {
		description: described(description),
		properties: { type: "array", items: described(description), default: [{ description: long }] },
		mode: { enum: [long, { description: long }], const: { description: long } },
		pair: { prefixItems: [described(description)], items: false },
		either: { anyOf: [described(description), { oneOf: [{ allOf: [described(description)] }] }] },
		rest: { type: "object", additionalProperties: described(description), examples: [{ description: long }] },
		link: { $ref: "#/$defs/node" },
	},
	patternProperties: { "^x": described(description) },
	if: { not: described(description) },
	$defs: { node: { description, properties: { child: { $ref: "#/$defs/node" } } } },
	definitions: { old: described(description) },
	dependencies: { mode: ["pair"], pair: described(description) },
	required: ["description", "mode"],
	additionalProperties: false,
});

const execute = () => "result";

/** The same tools with this description everywhere, in each shape. */
const shapes = (description: string, own = long) => ({
	"Chat Completions": [
		{
			type: "function",
			function: { name: "description", description, strict: true, parameters: schema(description) },
		},
		{ type: "custom", custom: { name: "c", description, format: { type: "grammar", definition: own } } },
	],
	Responses: [
		{ type: "function", name: "f", description, parameters: schema(description), strict: true },
		{ type: "namespace", name: "n", description, tools: [{ type: "function", name: "g", description }] },
		{ type: "web_search", user_location: { type: "approximate", city: own } },
		{ type: "mcp", server_label: "s", server_description: own, allowed_tools: [own] },
	],
	"AI SDK": {
		description: { description, inputSchema: schema(description), execute },
		type: { description, parameters: schema(description), title: own },
	},
	Anthropic: [{ name: "f", description, input_schema: schema(description) }],
	MCP: [{ name: "f", description, inputSchema: schema(description), annotations: { title: own } }],
	"one tool": { type: "function", function: { name: "f", description, parameters: schema(description) } },
	"a JSON Schema": schema(description),
});

describe("descriptions become shorter, and nothing else, in", () => {
	it.each(Object.entries(shapes(long)))("%s", async (name, tools) => {
		const before = structuredClone(JSON.parse(JSON.stringify(tools)));
		const result = await compressTools(thinningCompressor(), tools);
		expect(result.tools).toEqual(Reflect.get(shapes(short), name));
		expect(JSON.parse(JSON.stringify(tools))).toEqual(before);
		expect(result.sourceTokens).toBe(60 * result.changed.length);
		expect(result.keptTokens).toBe(30 * result.changed.length);
	});
});

describe("schemas of other libraries", () => {
	/** As the AI SDK's `jsonSchema()` makes them. */
	const wrapped = (jsonSchema: unknown) => ({
		[Symbol.for("vercel.ai.schema")]: true,
		_type: undefined,
		get jsonSchema() {
			return jsonSchema;
		},
		validate: execute,
	});

	it("in the AI SDK's wrapper become shorter", async () => {
		const tools = { f: { description: long, inputSchema: wrapped(schema(long)), execute } };
		const { tools: result } = await compressTools(thinningCompressor(), tools);
		expect(result.f.inputSchema.jsonSchema).toEqual(schema(short));
		expect(result.f.inputSchema).toHaveProperty("validate", execute);
		expect(Reflect.get(result.f.inputSchema, Symbol.for("vercel.ai.schema"))).toBe(true);
		expect(tools.f.inputSchema.jsonSchema).toEqual(schema(long));
	});

	it("that were turned into JSON Schema become shorter", async () => {
		// As z.toJSONSchema() marks what it makes.
		const made = Object.defineProperty(schema(long), "~standard", { value: { version: 1 } });
		const { tools } = await compressTools(thinningCompressor(), [{ name: "f", parameters: made }]);
		expect(tools).toEqual([{ name: "f", parameters: schema(short) }]);
	});

	class ZodObject {
		description = long;
	}
	it.each<[string, object]>([
		["class instances", new ZodObject()],
		["functions", Object.assign(() => 1, { description: long })],
		["plain objects with a standard schema", { "~standard": { version: 1 }, description: long }],
		["promises in the AI SDK's wrapper", wrapped(Promise.resolve(schema(long)))],
	])("pass through as %s", async (_, inputSchema) => {
		const { tools } = await compressTools(thinningCompressor(), { f: { description: long, inputSchema } });
		expect(tools.f.description).toBe(short);
		expect(tools.f.inputSchema).toBe(inputSchema);
	});
});

describe("any tools", () => {
	it("that say nothing are the same object", async () => {
		for (const tools of [[], {}, [null, 1, "text"], { f: { inputSchema: {} } }]) {
			expect((await compressTools(thinningCompressor(), tools)).tools).toBe(tools);
		}
	});

	it("may contain themselves, or be very deep", async () => {
		const cycle = { ...schema(long), properties: {} };
		Reflect.set(cycle.properties, "self", cycle);
		const { changed } = await compressTools(thinningCompressor(), cycle);
		expect(changed).toContainEqual(["description"]);
		let deep: object = described(long);
		for (let level = 0; level < 100_000; level++) deep = { items: deep };
		expect((await compressTools(thinningCompressor(), deep)).tools).toBe(deep);
	});

	it("keep short descriptions, by default those under 20 LLM tokens", async () => {
		const tools = [19, 20].map((count) => ({ name: "f", parameters: described(words("w", count)) }));
		const place = { path: [1, "parameters", "description"], value: thinWords(words("w", 20), {}) };
		const result = await compressTools(thinningCompressor(), tools);
		expect(result.tools).toEqual(replaceAt(tools, [place]));
		const all = await compressTools(thinningCompressor(), tools, { minTokens: 0 });
		expect(all.changed).toHaveLength(2);
	});

	it.each([
		[{ rate: 0 }, /^rate must be/],
		[{ minTokens: "5" }, /^minTokens must be an integer ≥ 0; got "5"/],
		[{ question: "Who?" }, /^question must be left out: descriptions are for all questions; got "Who\?"/],
		[{ signal: 1 }, /^signal must be an AbortSignal/],
		[{ pin: [] }, /^pin must be left out/],
		[{ stable: true }, /^stable must be given to compressMessages;/],
		[new Map(), /^options must be an object; got \[object Map\]/],
		[null, /^options must be an object; got null/],
	])("refuse %j", async (options, message) => {
		const call = compressTools(thinningCompressor(), [], options as CompressToolsOptions);
		await expect(call).rejects.toThrow(message);
	});

	it("take an option that is undefined for not given", async () => {
		const tools = [{ name: "f", parameters: described(words("w", 40)) }];
		const none = { rate: undefined, minTokens: undefined, question: undefined, signal: undefined } as object;
		const { changed, keptTokens } = await compressTools(thinningCompressor(), tools, none);
		expect(changed).toHaveLength(1);
		expect(keptTokens).toBe(20);
	});

	it("must be an object", async () => {
		const call = compressTools(thinningCompressor(), "tools" as unknown as object);
		await expect(call).rejects.toThrow(/^tools must be an array or an object; got "tools"/);
	});
});
