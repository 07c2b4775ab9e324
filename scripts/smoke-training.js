// The step `training` of `npm test`: installs the pipeline's Python and runs all of the pipeline in small.
import { setPriority } from "node:os";
import { runCommand } from "./run-command.js";
import { installTrainingPython } from "./training-python.js";

// Other steps run beside it; theirs go first.
setPriority(10);
const python = await installTrainingPython();
process.exitCode = python ? await runCommand("bash", ["training/smoke.sh"], { env: { PYTHON: python } }) : 1;
