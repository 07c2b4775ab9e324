// Random Markdown: trees of blocks, written out as people write them.
import fc from "fast-check";

// No number without a full stop of its own: one may come to stand before the stop of its sentence, as an item's does.
const word = fc.constantFrom(
	..."the report says nothing about what we had not planned for next year, but teams need more time. 日本 語です не 1. (so) don't “so” then: yes - and + or".split(
		" ",
	),
);
const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((found) => found.join(" "));
const name = fc.constantFrom("alpha", "beta", "gamma delta", "épsilon", "zeta");

const inline = fc.oneof(
	{ weight: 6, arbitrary: words },
	name.map((text) => `**${text}**`),
	name.map((text) => `*${text}*`),
	name.map((text) => `\`${text}\``),
	fc.tuple(name, fc.constantFrom("https://a.b/c", "./d.md", "#e")).map(([text, url]) => `[${text}](${url})`),
	name.map((text) => `[${text}](https://x.org "a title")`),
	name.map((text) => `![${text}](pic.png)`),
	name.map((text) => `<b>${text}</b>`),
);
const phrase = fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => `Then ${parts.join(" ")}`);
const paragraph = fc.array(phrase, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n"));

const heading = fc
	.tuple(fc.integer({ min: 1, max: 4 }), name)
	.map(([level, text]) => `${"#".repeat(level)} ${text}`);
const setext = fc.tuple(name, fc.constantFrom("=====", "---")).map(([text, rule]) => `${text}\n${rule}`);
const fence = fc
	.tuple(fc.constantFrom("```", "~~~"), fc.array(name, { minLength: 1, maxLength: 3 }))
	.map(([mark, lines]) => [`${mark}js`, ...lines, mark].join("\n"));
const table = fc
	.integer({ min: 1, max: 3 })
	.chain((columns) => {
		const row = fc
			.array(name, { minLength: columns, maxLength: columns })
			.map((cells) => `| ${cells.join(" | ")} |`);
		return fc.tuple(
			row,
			fc.constant(`|${" --- |".repeat(columns)}`),
			fc.array(row, { minLength: 1, maxLength: 4 }),
		);
	})
	.map(([head, rule, rows]) => [head, rule, ...rows].join("\n"));
const element = fc
	.tuple(fc.constantFrom("doc", "note"), paragraph)
	.map(([tag, text]) => `<${tag}>\n${text}\n</${tag}>`);

const indent = (text: string, by: number) =>
	text
		.split("\n")
		.map((line, at) => (at === 0 || line === "" ? line : " ".repeat(by) + line))
		.join("\n");

const { block } = fc.letrec<{ block: string; list: string; quote: string; item: string }>((tie) => ({
	block: fc.oneof(
		{ maxDepth: 3, depthIdentifier: "blocks" },
		{ weight: 4, arbitrary: paragraph },
		{ weight: 2, arbitrary: heading },
		setext,
		fence,
		table,
		element,
		fc.constant("---"),
		{ weight: 3, arbitrary: tie("list") },
		tie("quote"),
	),
	item: fc.oneof(
		{ maxDepth: 3, depthIdentifier: "blocks" },
		{ weight: 3, arbitrary: phrase },
		fc
			.tuple(phrase, tie("list"), fc.constantFrom("\n", "\n\n"))
			.map(([text, list, gap]) => text + gap + list),
		fc.tuple(phrase, fc.oneof(paragraph, fence, table)).map(([text, more]) => `${text}\n\n${more}`),
	),
	list: fc
		.tuple(
			fc.constantFrom("- ", "* ", "1. ", "- [ ] ", "- [x] "),
			fc.array(tie("item"), { minLength: 1, maxLength: 4 }),
			fc.constantFrom("\n", "\n", "\n\n"),
		)
		.map(([bullet, items, gap]) => {
			const width = bullet === "1. " ? 3 : 2;
			return items
				.map((item, at) => (bullet === "1. " ? `${at + 1}. ` : bullet) + indent(item, width))
				.join(gap);
		}),
	quote: tie("block").map((text) =>
		text
			.split("\n")
			.map((line) => `> ${line}`.trimEnd())
			.join("\n"),
	),
}));

/** A document of up to seven blocks, without front matter, nor rules at its beginning, which a parser takes for some. */
export const markdownArbitrary = fc
	.array(block, { minLength: 1, maxLength: 7 })
	.map((blocks) => blocks.join("\n\n").replace(/^(?:[>\s]*---\s*)+/, ""));
