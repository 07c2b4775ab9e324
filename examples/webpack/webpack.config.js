import { join } from "node:path";

export default {
	mode: "production",
	entry: "./src/main.js",
	output: { path: join(import.meta.dirname, "public/bundle"), filename: "main.js", clean: true },
	// The runtime and the model are large, and loaded with the first call.
	performance: { hints: false },
};
