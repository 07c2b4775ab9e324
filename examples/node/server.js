// POST /compress {text, rate} → {text, sourceTokens, keptTokens}
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { CompressorError, createCompressor } from "promptsieve";

const compressor = createCompressor();

const server = createServer(async (request, response) => {
	const answer = (status, body) =>
		response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
	if (request.method !== "POST" || request.url !== "/compress") return answer(404, {});
	try {
		const { text, rate = 0.5 } = await json(request);
		const result = await compressor.compress(text, { rate });
		answer(200, { text: result.text, sourceTokens: result.sourceTokens, keptTokens: result.keptTokens });
	} catch (error) {
		const isCallersFault =
			error instanceof SyntaxError || (error instanceof CompressorError && error.code === "invalid-option");
		answer(isCallersFault ? 400 : 500, { error: error.message });
	}
});

server.listen(Number(process.env.PORT ?? 8000), "127.0.0.1", () => {
	console.log(`http://localhost:${server.address().port}/compress`);
});
