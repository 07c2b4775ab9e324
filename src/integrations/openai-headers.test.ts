// The headers of a request that became shorter: whatever `fetch` takes goes on to it, unread.
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { coreCompressor, paragraph } from "./core-compressor.fixture.ts";
import { fakeProvider } from "./fake-provider.fixture.ts";
import { createCompressingFetch, type Fetch } from "./openai.ts";

const provider = await fakeProvider();
const compressor = coreCompressor();
afterAll(async () => {
	await Promise.all([provider.close(), compressor.dispose()]);
});
beforeEach(() => void provider.requests.splice(0));

const body = JSON.stringify({
	messages: [
		{ role: "assistant", content: paragraph("Müller") },
		{ role: "user", content: "And now?" },
	],
});
const init = { method: "POST", body };
const length = String(new TextEncoder().encode(body).length);
const secret = ["authorization", "Bearer k"] as const;

/** The very headers, and a body that is shorter, white space apart. */
async function lengthSent(headers: unknown): Promise<number> {
	const next = vi.fn<Fetch>(async () => new Response("{}"));
	const given = { ...init, headers } as RequestInit;
	await createCompressingFetch(compressor, { fetch: next })("https://api.example/chat/completions", given);
	const sent = next.mock.calls[0]?.[1];
	const text = String(sent?.body);
	expect(sent?.headers).toBe(headers);
	expect(JSON.stringify(JSON.parse(text))).toBe(text.trimEnd());
	expect(text.trimEnd().length).toBeLessThan(body.length);
	return new TextEncoder().encode(text).length;
}

it.each<[string, unknown]>([
	["none", undefined],
	["null", null],
	["a record", { authorization: "k" }],
	["pairs", [secret]],
	["Headers", new Headers([["authorization", "k"]])],
	["what is refused later", 5],
])("without a length: %s", async (_, headers) => {
	expect(await lengthSent(headers)).toBeLessThan(Number(length));
});

it.each<[string, unknown]>([
	["a record", { "Content-Length": length }],
	["pairs", [secret, ["content-length", length]]],
	["Headers", new Headers([["content-length", length]])],
	["a Map", new Map([secret])],
	["an iterator", new Map([secret]).entries()],
	["pairs that are iterators", [new Set(secret).values()]],
])("with a length, or one that cannot be known: %s", async (_, headers) => {
	expect(await lengthSent(headers)).toBe(Number(length));
});

it("are never read: no value, and no iterator is used up", async () => {
	const reads: unknown[] = [];
	const record = new Proxy({ authorization: "k" } as Record<string, string>, {
		get: (_, key) => reads.push(key),
		getOwnPropertyDescriptor: (target, key) => {
			reads.push(key);
			return Reflect.getOwnPropertyDescriptor(target, key);
		},
	});
	await lengthSent(record);
	expect(reads).toEqual([]);
	const iterator = new Map([secret]).entries();
	await lengthSent(iterator);
	expect([...iterator]).toEqual([secret]);
});

it.each<[string, () => unknown]>([
	["a record with the length", () => ({ authorization: "Bearer k", "content-length": length })],
	["an iterator", () => new Map([secret]).entries()],
])("arrive by way of the real fetch: %s", async (_, headers) => {
	const compressingFetch = createCompressingFetch(compressor);
	const given = { ...init, headers: headers() } as RequestInit;
	const answer = await compressingFetch(`${provider.baseURL}/chat/completions`, given);
	expect(answer.status).toBe(200);
	const [request] = provider.requests;
	expect(request?.headers.authorization).toBe("Bearer k");
	expect(request?.headers["content-length"]).toBe(length);
});
