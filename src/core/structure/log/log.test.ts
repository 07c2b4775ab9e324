import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { compressed, probabilitiesArbitrary, sentenceArbitrary } from "../structure.fixture.ts";
import { logHeaderAt } from "./log-line.ts";

vi.setConfig({ testTimeout: 60_000 });

describe("a line of a log", () => {
	test.each([
		["2024-05-01 10:00:00,123 INFO  [main] com.acme.App: Started", "Started"],
		["2024-05-01T10:00:00.123Z ERROR [api] request failed", "request failed"],
		["[2024-05-01 10:00:00] production.ERROR: It broke", "It broke"],
		["May  1 10:00:04 host7 sshd[1234]: Failed password", "Failed password"],
		["I0501 10:00:04.123456    1234 server.go:42] Serving", "1234 server.go:42] Serving"],
		["ERROR: relation does not exist", "relation does not exist"],
		['time="2024-05-01T10:00:00Z" level=info msg="Started it"', 'msg="Started it"'],
		['10.0.0.7 - - [01/May/2024:10:00:00 +0000] "GET / HTTP/1.1" 200', '"GET / HTTP/1.1" 200'],
		["2024-05-01 10:00:00.123  INFO 4711 --- [main] c.a.web.App : Started", "Started"],
	])("%s", (line, message) => {
		expect(line.slice(logHeaderAt(line, 0, line.length)?.end).trimStart()).toBe(message);
	});

	test.each([
		"The meeting is at 10:00 today.",
		"Error handling is hard",
		"2024-05-01 is the day",
		"Info: see below. But not here",
		"- [ ] INFO to add",
	])("%s is none, or not by itself", (line) => {
		const header = logHeaderAt(line, 0, line.length);
		expect(header?.stamped ?? false).toBe(false);
	});
});

const headerArbitrary = fc.constantFrom(
	"2024-05-01 10:00:00,123 INFO [main] com.acme.App:",
	"2024-05-01 10:00:01,001 ERROR [pool-1] com.acme.Db:",
	"2024-05-01 10:00:07 WARN db -",
);

describe("logs", () => {
	test("a line that keeps a word keeps its timestamp and level; without words it goes", () => {
		const logArbitrary = fc.array(fc.tuple(headerArbitrary, sentenceArbitrary), {
			minLength: 2,
			maxLength: 8,
		});
		fc.assert(
			fc.property(logArbitrary, probabilitiesArbitrary, (log, probabilities) => {
				const text = log.map(([header, message]) => `${header} so ${message}`).join("\n");
				for (const result of compressed(text, probabilities)) {
					for (const line of result.trimStart().split("\n")) expect(line).toMatch(/^2024-05-01 10:00:0\d/);
				}
			}),
			{ numRuns: 100 },
		);
	});

	test("error codes stay with their line", () => {
		const text =
			"10:00:01 INFO all is well\n10:00:02 ERROR cannot connect: ECONNREFUSED\n10:00:03 ERROR upstream said HTTP 503 again\n10:00:04 INFO all is well";
		expect(compressed(text, [0])[0]?.trim().split("\n")).toEqual([
			expect.stringMatching(/^10:00:02 ERROR .*ECONNREFUSED$/),
			"10:00:03 ERROR HTTP 503",
		]);
	});
});

describe("stack traces", () => {
	const java =
		"java.lang.IllegalStateException: pool is closed\n\tat com.acme.Db.connect(Db.java:42)\n\tat com.acme.App.main(App.java:7)\nCaused by: java.net.ConnectException: refused\n\t... 12 more";
	const node =
		"TypeError: x is undefined\n    at run (/app/run.js:3:7)\n    at async main (file:///app/main.js:10:1)\n    at /app/x.js:1:1";
	const python =
		'Traceback (most recent call last):\n  File "/app/main.py", line 10, in <module>\n    run(now)\n    ^^^^^^^^\n  File "/app/run.py", line 3, in run\n    raise Oops("no such thing")\nOops: no such thing';

	test.each([
		[
			"Java",
			java,
			["java.lang.IllegalStateException: pool is closed", "Caused by: java.net.ConnectException: refused"],
		],
		["JavaScript", node, ["TypeError: x is undefined"]],
		["Python", python, ["Traceback (most recent call last):", "Oops: no such thing"]],
	])("%s: what was thrown stays", (_, text, kept) => {
		expect(compressed(`It fails:\n\n${text}`, [0])[0]?.split("\n")).toEqual(kept);
	});

	test("a frame stays or goes as a whole", () => {
		const frames = python.split(/\n(?= {2}File|Oops)/).slice(1, -1);
		fc.assert(
			fc.property(probabilitiesArbitrary, (probabilities) => {
				for (const result of compressed(python, probabilities)) {
					const rest = frames.reduce((left, frame) => left.replace(`\n${frame}`, ""), result);
					expect(rest).toBe("Traceback (most recent call last):\nOops: no such thing");
				}
			}),
			{ numRuns: 50 },
		);
	});
});
