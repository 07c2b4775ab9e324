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

describe("the head of a line in the logs of many programs", () => {
	test.each([
		[
			"2026-11-03T10:22:01.123Z\terror\tapp/main.go:42\tcould not connect to it",
			"app/main.go:42\tcould not connect to it",
		],
		["1:M 03 Nov 2026 10:22:01.123 # Server could not start it", "Server could not start it"],
		["[2026-11-03 10:22:01,123: ERROR/ForkPoolWorker-1] Task could not run it", "Task could not run it"],
		["2026-11-03T10:22:01.1234567Z ##[error]Process could not do it", "Process could not do it"],
		["11/03/2026 10:22:01 AM ERROR could not do it", "could not do it"],
		[
			"5m32s       Warning   BackOff     pod/api-7d   Back-off restarting it now",
			"BackOff     pod/api-7d   Back-off restarting it now",
		],
		["fail: Microsoft.Host[0] could not do it", "could not do it"],
		["10:22:01 AM ERROR could not do it", "could not do it"],
		[
			"Error 11/3/2026 10:22:01 AM Service Control Manager 7031 None could not do it",
			"Service Control Manager 7031 None could not do it",
		],
		["[10:22:01 ERR] could not connect to it", "could not connect to it"],
		["web-1  | 2026-11-03 10:22:01 ERROR could not do it", "could not do it"],
		["web-1  | ERROR could not do it", "could not do it"],
		["11-03 10:22:01.123  1234  5678 E ActivityManager: could not do it", "could not do it"],
		["E, [2026-11-03T10:22:01.123456 #1234] ERROR -- : could not do it", "could not do it"],
		["[Nest] 1234  - 11/03/2026, 10:22:01 AM   ERROR [AppService] could not do it", "could not do it"],
		["2026-11-03 10:22:01.123 UTC [1234] ERROR:  relation could not be", "relation could not be"],
		["2026/11/03 10:22:01 [error] 12#12: *3 open() could not", "*3 open() could not"],
		["[Tue Nov 03 10:22:01.123456 2026] [core:error] [pid 12] could not", "could not"],
		["10:22:01.123 [main] ERROR com.acme.App - could not", "could not"],
		["2026-11-03 10:22:01,123 - my.logger - ERROR - could not do it", "could not do it"],
		[
			"2026-11-03 10:22:01.123 | ERROR    | app.main:run:42 - could not do it",
			"app.main:run:42 - could not do it",
		],
		["(node:1234) Warning: could not do it", "could not do it"],
		["ERROR    root:main.py:10 could not do it", "root:main.py:10 could not do it"],
		[
			"  2026-11-03T10:22:01.123456Z ERROR my_crate::module: could not do it",
			"my_crate::module: could not do it",
		],
		["[ERROR] 2026-11-03T10:22:01.123Z abc-def could not do it", "abc-def could not do it"],
		["pod/api-1 api 2026-11-03T10:22:01Z WARN could not", "could not"],
		["Nov 03 10:22:01 host kernel: [  12.345678] could not", "could not"],
		["Nov  3 10:22:01 host app[12]: level=error msg=x could not", "msg=x could not"],
		["WARN[0012] could not do it", "could not do it"],
		["INFO[2026-11-03T10:22:01Z] could do it", "could do it"],
		["<34>1 2026-11-03T10:22:01Z host app 12 ID - could not", "host app 12 ID - could not"],
		["1762165321 ERROR could not do it", "could not do it"],
		["[12:30:01] [Server thread/WARN]: could not keep up", "could not keep up"],
	])("%j", (line, message) => {
		expect(line.slice(logHeaderAt(line, 0, line.length)?.end).trimStart()).toBe(message);
	});
});

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

test.each(["svc.db", "app.py", "com.acme.Db"])(
	"a logger that looks like a file goes with its line: %s",
	(logger) => {
		const message = "the list of orders was loaded from the cache as usual";
		const lines = Array.from({ length: 6 }, (_, at) => `2026-11-26T16:00:0${at}Z INFO ${logger} ${message}`);
		expect(compressed(lines.join("\n"), [0])[0]).toBe(`2026-11-26T16:00:00Z INFO ${logger} the`);
	},
);

test("a file that one message is about stays", () => {
	const log =
		"10:00:01 INFO all is well\n10:00:02 ERROR config.yml could not be read\n10:00:03 INFO all is well";
	expect(compressed(log, [0])[0]).toContain("10:00:02 ERROR config.yml");
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
