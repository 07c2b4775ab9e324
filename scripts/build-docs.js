// `npm run docs`: the documentation site, made by TypeDoc from the sources' comments and the guides of docs/. It is
// built in dist/docs and lies in dist/page/docs, beside the page: the page's build, which empties its folder, puts
// it there again (vite.config.ts).
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
	Application,
	Comment,
	CommentTag,
	Converter,
	KindRouter,
	PageEvent,
	ReflectionKind,
	RendererEvent,
} from "typedoc";
import { latestChange } from "./build-page.js";
import { entryPoints, listGuides, typeDocOptions } from "./docs-site.js";
import { root } from "./run-command.js";

const folder = join(root, "dist/docs");
const besideThePage = join(root, "dist/page/docs");

/** What the site depends on. */
const sources = [
	"docs",
	"src",
	"README.md",
	"bench/README.md",
	"examples/README.md",
	"public/models/embedded/README.md",
	"scripts/build-docs.js",
	"scripts/docs-site.js",
	"package-lock.json",
];

/**
 * As the page's own, without WebAssembly and workers. The hash is that of nothing: TypeDoc adds an empty style
 * element, for filters that this site does not have.
 */
const contentSecurityPolicy =
	"default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; " +
	"img-src 'self' data:; base-uri 'none'; form-action 'none'";

/** TypeDoc writes this script into each page, where the policy would stop it. */
const inlineScript = /<script>(document\.documentElement\.dataset\.theme[^<]*)<\/script>/;

/** Groups of the navigation that are open until a reader closes them. */
const openGroups = ["Guides", "Integrations"];

/** Guides have titles for people and short names in their addresses. */
class Router extends KindRouter {
	/** @type {WeakMap<object, string>} */
	static addresses = new WeakMap();

	/** @param {import("typedoc").Reflection} reflection @override */
	getIdealBaseName(reflection) {
		const address = Router.addresses.get(reflection);
		return address === undefined ? super.getIdealBaseName(reflection) : `guides/${address}`;
	}
}

/** @param {Application} app */
function nameAndOrderGuides(app) {
	const guides = new Map(listGuides().map((guide) => [join(root, guide.path), guide]));
	app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context, document) => {
		const path = document.project.files.getReflectionPath(document);
		const guide = guides.get(path ?? "");
		if (!guide) throw new Error(`${path} is no guide.`);
		// The page shows its title by itself.
		const heading = takeHeading(document.content);
		document.name = guide.title ?? heading ?? guide.name;
		document.frontmatter.group = guide.group;
		Router.addresses.set(document, guide.name);
	});
}

/**
 * Takes the first heading away. Its parts are texts and code, each a part of its own.
 *
 * @param {import("typedoc").CommentDisplayPart[]} content
 * @returns {string | undefined} the heading without the marks of code
 */
function takeHeading(content) {
	const [first] = content;
	if (!first || !/^\s*# /.test(first.text)) return undefined;
	first.text = first.text.replace(/^\s*# /, "");
	let heading = "";
	for (const part of content) {
		const [line = ""] = /^[^\n]*/.exec(part.text) ?? [];
		heading += line;
		part.text = part.text.slice(line.length);
		if (part.text !== "") break;
	}
	while (content[0]?.text === "") content.shift();
	return heading.replaceAll("`", "").trim();
}

/** Modules are called what one imports. @param {Application} app */
function nameModules(app) {
	const names = new Map([...entryPoints].map(([name, source]) => [join(root, source), name]));
	app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
		for (const module of project.getChildrenByKind(ReflectionKind.Module)) {
			module.name = names.get(project.files.getReflectionPath(module) ?? "") ?? module.name;
			module.comment ??= new Comment();
			module.comment.blockTags.push(new CommentTag("@group", [{ kind: "text", text: "API" }]));
		}
	});
}

const openGroupsScript = openGroups
	.map(
		(group) =>
			`localStorage.getItem("tsd-accordion-${group}") ?? localStorage.setItem("tsd-accordion-${group}", "true");\n`,
	)
	.join("");

/**
 * Puts the policy into each page, and what TypeDoc's pages lack: a main landmark, wide tables that can be scrolled
 * with the keyboard, no empty headers in them.
 *
 * @param {Application} app
 */
function finishPages(app) {
	app.renderer.on(PageEvent.END, (page) => {
		if (page.contents === undefined) return;
		const base = /data-base="([^"]*)"/.exec(page.contents)?.[1] ?? "./";
		page.contents = page.contents
			.replace(
				'<meta charset="utf-8"/>',
				`$&<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}"/>` +
					'<meta name="color-scheme" content="light dark"/>',
			)
			.replace('<div class="col-content">', '<div class="col-content" role="main">')
			.replace(
				'<div class="page-menu">',
				'<div class="page-menu" role="complementary" aria-label="This page">',
			)
			.replace('<nav id="tsd-sidebar-links"', '$& aria-label="Links"')
			.replaceAll("<table>", '<div class="wide" tabindex="0"><table>')
			.replaceAll("</table>", "</table></div>")
			.replaceAll("<th></th>", "<td></td>")
			.replace(inlineScript, (_whole, script) => {
				firstScript = script;
				return `<script src="${base}assets/first.js"></script>`;
			});
	});
	let firstScript = "";
	app.renderer.on(RendererEvent.END, ({ outputDirectory }) => {
		if (firstScript === "") throw new Error("TypeDoc's pages begin otherwise than expected.");
		writeFileSync(join(outputDirectory, "assets/first.js"), `${openGroupsScript}${firstScript}\n`);
	});
}

/**
 * Reads sources and guides. Warnings (a missing comment, a link to nowhere) are printed and fail it.
 *
 * @returns {Promise<{ app: Application, project: import("typedoc").ProjectReflection } | undefined>}
 */
export async function readDocs() {
	const app = await Application.bootstrap(typeDocOptions());
	app.renderer.defineRouter("promptsieve", Router);
	nameAndOrderGuides(app);
	nameModules(app);
	const project = await app.convert();
	if (!project) return undefined;
	app.validate(project);
	const { errorCount, warningCount } = app.logger;
	if (errorCount + warningCount === 0) return { app, project };
	const problems = `${errorCount + warningCount} problems, above`;
	console.error(
		`Not built: ${problems}. An exported name without a comment is one, and so is a link to nowhere.`,
	);
	return undefined;
}

/** @returns {Promise<boolean>} whether the site was built; what is wrong is printed */
export async function buildDocs() {
	const read = await readDocs();
	if (!read) return false;
	finishPages(read.app);
	await read.app.generateDocs(read.project, folder);
	if (read.app.logger.hasErrors() || read.app.logger.hasWarnings()) {
		// Else the next start takes it for up to date.
		rmSync(folder, { recursive: true, force: true });
		return false;
	}
	layBesideThePage();
	return true;
}

/** Builds the site if a source is newer than it. @returns {Promise<boolean>} whether it is up to date now */
export async function buildStaleDocs() {
	const built = latestChange(join(folder, "index.html"));
	if (sources.some((source) => latestChange(join(root, source)) >= built)) {
		console.log("Building the documentation …");
		return buildDocs();
	}
	if (!existsSync(join(besideThePage, "index.html"))) layBesideThePage();
	return true;
}

function layBesideThePage() {
	rmSync(besideThePage, { recursive: true, force: true });
	mkdirSync(join(root, "dist/page"), { recursive: true });
	cpSync(folder, besideThePage, { recursive: true });
}

if (process.argv[1] === import.meta.filename && !(await buildDocs())) process.exitCode = 1;
