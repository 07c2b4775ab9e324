// The evaluation's page: functions that the runner calls from outside, and nothing to see.
import type { PageFunctions } from "../page-functions.ts";
import { scoring } from "./scoring.ts";

const functions: PageFunctions = scoring;

Object.assign(globalThis, { evaluation: functions });
