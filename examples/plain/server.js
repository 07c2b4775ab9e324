// Any static server will do. This one serves the folder, and the package's modules under /promptsieve/. To a page
// of localhost the same server is another origin under its address, 127.0.0.1.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const library = fileURLToPath(new URL(".", import.meta.resolve("promptsieve")));
const types = {
	".html": "text/html",
	".js": "text/javascript",
	".mjs": "text/javascript",
	".wasm": "application/wasm",
	".json": "application/json",
};

async function serve(request, response) {
	// `URL` resolves every "..".
	const { pathname } = new URL(request.url, "http://localhost");
	const path = pathname.startsWith("/promptsieve/")
		? join(library, pathname.slice("/promptsieve/".length))
		: join(import.meta.dirname, pathname === "/" ? "index.html" : pathname);
	try {
		const content = await readFile(path);
		response.writeHead(200, {
			"Content-Type": types[extname(path)] ?? "application/octet-stream",
			"Access-Control-Allow-Origin": "*",
		});
		response.end(content);
	} catch {
		response.writeHead(404).end();
	}
}

const server = createServer(serve).listen(Number(process.env.PORT ?? 8000), "127.0.0.1", () => {
	const origin = `http://localhost:${server.address().port}`;
	console.log(`${origin}/ and ${origin}/other-origin.html`);
});
