// Where models, compressed files and browser profiles of the measurements lie; git ignores it.
import { root } from "../../scripts/run-command.js";

export const cacheFolder = `${root}bench/.cache/`;
