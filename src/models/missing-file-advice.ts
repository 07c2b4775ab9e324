// What to do when a file of the package is not where it is looked for: the end of the error's message, said by the
// main thread of the worker's script and by the worker of model and runtime.

export const missingFileAdvice =
	'Where a bundler copies no files (esbuild, Rollup), run "npx promptsieve assets <folder of the bundle>"; or serve the package\'s dist/lib/promptsieve anywhere and name it with the option assetsUrl.';
