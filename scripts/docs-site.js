// What the documentation site is made of: the package's entry points, the guides in their order, TypeDoc's options.
import { existsSync, readdirSync } from "node:fs";
import { OptionDefaults } from "typedoc";
import { root } from "./run-command.js";

/**
 * The package's entry points with an API of their own: name to import → source. Those whose source is not there are
 * left out.
 *
 * @type {Readonly<Record<string, string>>}
 */
const entries = {
	promptsieve: "src/index.ts",
	"promptsieve/element": "src/element/prompt-sieve-element.ts",
	"promptsieve/element/define": "src/element/define.ts",
	"promptsieve/models": "src/models/models.ts",
	"promptsieve/ai-sdk": "src/integrations/ai-sdk.ts",
	"promptsieve/langchain": "src/integrations/langchain.ts",
	"promptsieve/openai": "src/integrations/openai.ts",
	"promptsieve/deep-chat": "src/integrations/deep-chat.ts",
	"promptsieve/assistant-ui": "src/integrations/assistant-ui.ts",
};

/** @param {Readonly<Record<string, string>>} sources @returns {ReadonlyMap<string, string>} those that are there */
const existing = (sources) =>
	new Map(Object.entries(sources).filter(([, source]) => existsSync(`${root}${source}`)));

/** Name to import → path below the root. */
export const entryPoints = existing(entries);

/** As {@link entryPoints}, and what has nothing to document but types for a framework. */
export const importable = existing({ ...entries, "promptsieve/element/react": "src/element/react.ts" });

/**
 * The guides by group, in the order of the navigation: paths below `docs/`.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const groups = {
	Guides: [
		"quick-start.md",
		"using-the-page.md",
		"words.md",
		"choosing-a-rate.md",
		"contexts.md",
		"chats.md",
		"options.md",
		"structure.md",
		"devices.md",
		"browsers.md",
		"failures.md",
		"offline-and-csp.md",
		"install-as-app.md",
		"models.md",
		"privacy.md",
		"errors.md",
		"compatibility.md",
		"faq.md",
	],
	Background: [
		"../README.md",
		"../bench/README.md",
		"../examples/README.md",
		"../public/models/embedded/README.md",
	],
};

/** Of documents whose file has a name that says nothing. */
const names = new Map([
	["../README.md", { name: "readme", title: "About promptsieve" }],
	["../bench/README.md", { name: "measurements", title: "Measurements" }],
	["../examples/README.md", { name: "examples", title: "Examples" }],
	["../public/models/embedded/README.md", { name: "model-card", title: "Model card" }],
]);

/** The page that the site opens with. */
export const startPage = "docs/index.md";

/**
 * @typedef {object} Guide
 * @property {string} path below the root
 * @property {string} group
 * @property {string} name what its page's file is called
 * @property {string} [title] default: its first heading
 */

/**
 * Every guide in its order. A page of `docs/` that no group names belongs to the integrations: the element and the
 * adapters.
 *
 * @returns {readonly Guide[]}
 */
export function listGuides() {
	const known = new Set(["index.md", ...Object.values(groups).flat()]);
	const integrations = readdirSync(`${root}docs`, { recursive: true, encoding: "utf8" })
		.map((path) => path.replaceAll("\\", "/"))
		.filter((path) => path.endsWith(".md") && !known.has(path))
		.sort((one, other) => Number(other === "element.md") - Number(one === "element.md"));
	const { Guides = [], Background = [] } = groups;
	const inOrder = [
		["Guides", Guides],
		["Integrations", integrations],
		["Background", Background],
	];
	return /** @type {[string, readonly string[]][]} */ (inOrder).flatMap(([group, paths]) =>
		paths.map((path) => {
			const { name, title } = names.get(path) ?? {
				name: path.replace(/\.md$/, "").replaceAll("/", "-"),
				title: undefined,
			};
			const below = path.startsWith("../") ? path.slice("../".length) : `docs/${path}`;
			return { path: below, group, name, ...(title !== undefined && { title }) };
		}),
	);
}

/** @type {readonly `@${string}`[]} */
const manifestTags = ["@attr", "@csspart", "@cssprop", "@fires", "@slot", "@tagname"];

/** Members of unions: the comment of the union says what they are. */
const saidByTheirType = [
	...["kind", "item", "pattern", "rule", "as", "to"].map((name) => `promptsieve.Because.__type.${name}`),
	"promptsieve/deep-chat.requestInterceptor.__type.Details.__type.body",
	...["stage", "model", "file", "loaded", "total", "done"].map(
		(name) => `promptsieve.ProgressEvent.__type.${name}`,
	),
];

/**
 * "On This Page" and the anchors take the texts of a heading alone, or those inside its parts; so its code gets one.
 *
 * @param {{ core: { ruler: { push(name: string, rule: (state: MarkdownState) => void): void } } }} parser markdown-it
 */
function giveHeadingsTheirCode(parser) {
	parser.core.ruler.push("headings-code", ({ tokens, Token }) => {
		for (const [at, { type }] of tokens.entries()) {
			if (type !== "heading_open") continue;
			for (const part of tokens[at + 1]?.children ?? []) {
				if (part.type !== "code_inline") continue;
				const text = new Token("text", "", 0);
				text.content = part.content;
				part.children = [text];
			}
		}
	});
}

/**
 * @typedef {object} MarkdownToken
 * @property {string} type
 * @property {string} content
 * @property {MarkdownToken[] | null} children
 *
 * @typedef {object} MarkdownState
 * @property {readonly MarkdownToken[]} tokens
 * @property {new (type: string, tag: string, nesting: 0) => MarkdownToken} Token
 */

/** @returns {import("typedoc").TypeDocOptions} */
export function typeDocOptions() {
	return /** @type {import("typedoc").TypeDocOptions} */ ({
		name: "promptsieve",
		tsconfig: `${root}docs/tsconfig.json`,
		entryPoints: [...entryPoints.values()].map((source) => `${root}${source}`),
		projectDocuments: listGuides().map(({ path }) => `${root}${path}`),
		readme: `${root}${startPage}`,
		router: "promptsieve",
		disableGit: true,
		disableSources: true,
		excludeInternal: true,
		excludeExternals: true,
		// Of the element's manifest; the guide lists attributes, parts and events.
		blockTags: [...OptionDefaults.blockTags, ...manifestTags],
		modifierTags: [...OptionDefaults.modifierTags, "@customElement"],
		excludeTags: [...OptionDefaults.excludeTags, ...manifestTags],
		hideGenerator: true,
		githubPages: false,
		includeHierarchySummary: false,
		searchInComments: true,
		searchInDocuments: true,
		sort: ["documents-first", "kind", "alphabetical-ignoring-documents"],
		groupOrder: ["Guides", "Integrations", "Background", "API", "Functions", "Classes", "Interfaces", "*"],
		navigation: { includeGroups: true },
		headings: { readme: false, document: true },
		markdownItLoader: giveHeadingsTheirCode,
		// Beside a guide's own headings there is nothing to choose from.
		visibilityFilters: {},
		highlightLanguages: [
			"ts",
			"tsx",
			"js",
			"jsx",
			"sh",
			"md",
			"html",
			"css",
			"json",
			"yaml",
			"diff",
			"http",
			"python",
			"vue",
			"svelte",
			"text",
		],
		lightHighlightTheme: "github-light-high-contrast",
		darkHighlightTheme: "github-dark-high-contrast",
		favicon: `${root}public/icon.svg`,
		customCss: `${root}docs/site/site.css`,
		navigationLinks: { "Open promptsieve": "../index.html" },
		validation: { notExported: true, invalidLink: true, invalidPath: true, notDocumented: true },
		requiredToBeDocumented: [
			"Enum",
			"EnumMember",
			"Variable",
			"Function",
			"Class",
			"Interface",
			"Property",
			"Method",
			"GetSignature",
			"TypeAlias",
		],
		// The list behind the type `Reason`, which says it all.
		intentionallyNotExported: ["reasons", "ElementCompressor"],
		intentionallyNotDocumented: saidByTheirType,
	});
}
