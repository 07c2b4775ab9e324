import { expect, test } from "vitest";
import { readWords } from "./read-words.ts";

const json = '{"id": 7, "status": "open", "notes": ["called twice", "no answer"]}';
const log = Array.from(
	{ length: 6 },
	(_, at) => `2026-03-14T09:1${at}:02.117Z ERROR [payments] charge ${at} failed: timeout after 3000 ms`,
).join("\n");
const table = ["id,name,city,amount", ...[1, 2, 3, 4, 5].map((n) => `${n},Anna ${n},Berlin,${n}0.50`)].join(
	"\n",
);
const diff = `diff --git a/a.ts b/a.ts
index 1234567..89abcde 100644
--- a/a.ts
+++ b/a.ts
@@ -1,3 +1,3 @@
 import { a } from "b";
-const x = 1;
+const x = 2;
 export { x };
`;
const code = `import { readFile } from "node:fs/promises";

export async function load(path: string): Promise<string> {
	const text = await readFile(path, "utf8");
	if (text === "") throw new Error("empty");
	return text;
}
`;
const prose =
	"Please send the final report to Anna by Friday, and copy Bob. He wants the numbers for March too.";

test.each([
	["JSON", json],
	["JSON between empty lines", `\n\n${json}\n\n`],
	["YAML", "service:\n  name: billing\n  replicas: 3\n  ports:\n    - 8080\n    - 9090\n"],
	["a log", log],
	["a table", table],
	["a diff", diff],
	["source code", code],
])("%s is data", (_, text) => {
	expect(readWords(text).isData).toBe(true);
});

test.each([
	["nothing", ""],
	["a sentence", prose],
	["Markdown with code", `# Loading\n\n${prose}\n\n\`\`\`ts\n${code}\`\`\`\n`],
	["prose around JSON", `${prose}\n\n${json}\n\n${prose}`],
	["prose around a log", `${prose}\n\n${log}\n\n${prose}`],
])("%s is none", (_, text) => {
	expect(readWords(text).isData ?? false).toBe(false);
});
