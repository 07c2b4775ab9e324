// Builds the evaluation's page into dist/evaluate, with the page's own settings and static files.
import { fileURLToPath } from "node:url";
import { defineConfig, mergeConfig } from "vite";
import { libraryConfig } from "../../vite.config.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(
	mergeConfig(libraryConfig, {
		root: here("page"),
		publicDir: here("../../public"),
		build: { outDir: here("../../dist/evaluate"), emptyOutDir: true },
	}),
);
