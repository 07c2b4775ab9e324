// Preloaded into Node where a single thread is to be measured: the library takes as many as the machine has cores.
import { syncBuiltinESMExports } from "node:module";
import os from "node:os";

os.availableParallelism = () => 1;
syncBuiltinESMExports();
