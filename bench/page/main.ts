// The benchmark's page: functions that the runner calls from outside, and nothing to see.
import type { PageFunctions } from "../page-functions.ts";
import { graphProfiles } from "./graph-profiles.ts";
import { libraryRun } from "./library-run.ts";
import { stageTimes } from "./stage-times.ts";
import { timedScoring } from "./timed-scoring.ts";
import { windowTimes } from "./window-times.ts";

const functions: PageFunctions = {
	...windowTimes,
	...timedScoring,
	...libraryRun,
	...stageTimes,
	...graphProfiles,
};

Object.assign(globalThis, { bench: functions });
