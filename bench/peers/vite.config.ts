// The settings and static files of promptsieve's page among those that are measured beside each other.
import { fileURLToPath } from "node:url";
import { defineConfig, mergeConfig } from "vite";
import { libraryConfig } from "../../vite.config.ts";

export default defineConfig(
	mergeConfig(libraryConfig, { publicDir: fileURLToPath(new URL("../../public", import.meta.url)) }),
);
