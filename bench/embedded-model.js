// The embedded model's folder and what its files say.
import { readFileSync } from "node:fs";
import { root } from "../scripts/run-command.js";

export const modelFolder = `${root}public/models/embedded/`;

/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(modelFolder + file, "utf8"));

/** @type {import("../src/models/model-spec.ts").ModelManifest} */
export const manifest = readJson("manifest.json");

/** @type {import("../src/models/model-spec.ts").SelfTest} */
export const selfTest = readJson(manifest.selfTest);
