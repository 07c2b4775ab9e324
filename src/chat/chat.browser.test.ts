// A chat and its tools through the real worker and the embedded model.
import { afterAll, describe, expect, it } from "vitest";
import { createCompressor } from "../compressor.ts";
import { compressMessages } from "./compress-messages.ts";
import { compressTools } from "./compress-tools.ts";
import { isSameShape } from "./same-shape.ts";

const compressor = createCompressor({ assetsUrl: "/", device: "wasm" });
afterAll(() => compressor.dispose());

const pasted = `Hi! So, as I mentioned earlier, we are currently in the process of planning the move of our customer
database to the new cluster, and before we go ahead I would really like to understand what could possibly go wrong.
The database holds roughly 2.4 million customers, the nightly export takes about forty minutes, and the old cluster
must NOT be switched off before the invoices of March have been sent. Could you please search the incident archive
for anything that looks similar and give me a short summary of what you find there?`;

/** As a search tool answers. */
const found = JSON.stringify({
	query: "database migration incident",
	total: 2,
	took_ms: 41.5,
	truncated: false,
	next_cursor: null,
	hits: [
		{
			id: "INC-4211",
			severity: "high",
			score: 0.93,
			url: "https://archive.example/incidents/4211?view=full",
			tags: ["database", "migration"],
			summary:
				"During the migration of the orders database the replication fell behind by more than two hours, because the new cluster had been set up with far smaller disks than the old one, which nobody had noticed in the weeks before. The team decided to stop all nightly exports, and it then took until the next afternoon for the replicas to catch up again.",
		},
		{
			id: "INC-3977",
			severity: "low",
			score: 0.71,
			url: "https://archive.example/incidents/3977",
			tags: [],
			summary:
				"After a move to another region, a job that had been forgotten in the inventory kept writing to the old database for three days. As far as we know no customer was affected, but the entries had to be copied by hand, which was tedious and took one colleague most of the week.",
		},
	],
});

const answer = `I looked through the incident archive and found two incidents that are similar to what you are planning.
The first one, INC-4211, is the more serious of the two: the disks of the new cluster were smaller than those of the
old one, so the replication fell behind by more than two hours and the nightly exports had to be stopped. The second
one, INC-3977, was less dramatic, but it shows that you should make an inventory of all jobs that write to the old
database, because otherwise one of them may go on writing to it without anybody noticing for days.`;

const turn = [
	{
		role: "system",
		content: "You help a team that runs databases. Never run a command without asking first.",
	},
	{ role: "user", content: pasted },
	{
		role: "assistant",
		content: null,
		tool_calls: [
			{
				id: "call_1",
				type: "function",
				function: { name: "search_incidents", arguments: '{"query":"database migration incident"}' },
			},
		],
	},
	{ role: "tool", tool_call_id: "call_1", content: found },
];
const nextTurn = [
	...turn,
	{ role: "assistant", content: answer },
	{ role: "user", content: "Thanks. Which jobs should I look for?" },
];

describe("a chat", () => {
	it("becomes shorter where it may, and says how much", async () => {
		const result = await compressMessages(compressor, nextTurn, { rate: 0.6 });
		expect(result.changed).toEqual([
			[1, "content"],
			[3, "content"],
			[4, "content"],
		]);
		expect(result.keptTokens).toBeLessThan(0.75 * result.sourceTokens);
		expect(result.messages.map(({ role }) => role)).toEqual(nextTurn.map(({ role }) => role));
		for (const index of [0, 2, 5]) expect(result.messages[index]).toBe(nextTurn[index]);
		expect(result.messages[1]?.content).toMatch(/NOT/);
	});

	it("says the same of a message in a later turn, from another compressor, too", async () => {
		const other = createCompressor({ assetsUrl: "/", device: "wasm" });
		try {
			const now = await compressMessages(compressor, turn, { stable: true });
			const later = await compressMessages(other, nextTurn, { stable: true });
			expect(now.changed).toEqual([[3, "content"]]);
			expect(later.messages.slice(0, turn.length)).toEqual(now.messages);
			expect(later.messages[1]).toBe(turn[1]);
		} finally {
			await other.dispose();
		}
	});

	it.each([0.2, 0.5, 0.8])("leaves JSON valid at rate %f", async (rate) => {
		const { messages } = await compressMessages(compressor, turn, { rate });
		const content = String(messages[3]?.content);
		expect(content.length).toBeLessThan(found.length);
		const value: unknown = JSON.parse(content);
		expect(isSameShape(JSON.parse(found), value)).toBe(true);
		expect(value).toMatchObject({
			query: "database migration incident",
			hits: [
				{ id: "INC-4211", severity: "high", url: "https://archive.example/incidents/4211?view=full" },
				{ id: "INC-3977", severity: "low", tags: [] },
			],
		});
	});
});

it("tools become shorter in their descriptions alone", async () => {
	const description =
		"Searches the archive of all incidents that have ever been reported by any of our teams, and returns those that are most similar to the query, together with their severity. Do NOT use this tool for questions about the current status of a service, because the archive is only updated once a day.";
	const parameters = {
		type: "object",
		properties: {
			query: { type: "string", description: "What to search for." },
			severity: { enum: ["low", "high"] },
		},
		required: ["query"],
	};
	const definitions = [{ type: "function", function: { name: "search_incidents", description, parameters } }];
	const { tools, changed } = await compressTools(compressor, definitions, { rate: 0.6 });
	expect(changed).toEqual([[0, "function", "description"]]);
	const shorter = tools[0]?.function.description ?? "";
	expect(shorter.length).toBeLessThan(0.8 * description.length);
	expect(tools).toEqual([
		{ type: "function", function: { name: "search_incidents", description: shorter, parameters } },
	]);
});
