// An agent whose tool finds a long text: the model gets it shorter. And documents that answer a question.
import { Document } from "@langchain/core/documents";
import { ChatOpenAI } from "@langchain/openai";
import { createAgent, tool } from "langchain";
import { createCompressor } from "promptsieve";
import { compressionMiddleware, documentCompressor } from "promptsieve/langchain";
import { startFakeProvider } from "./fake-provider.js";

const report = `Good morning everyone, and thanks for joining on such short notice. As most of you have probably
heard by now, the payment service was down for about forty minutes last night, between 02:10 and
02:50 UTC. Please do NOT restart the workers by hand before the fix in release 4.2.1 is deployed,
because otherwise we would lose the messages that are still waiting in the queue.`;
const question = "What must nobody do before the fix is deployed?";

const compressor = createCompressor();
const onCompressed = ({ sourceTokens, keptTokens }) => console.log(`${sourceTokens} → ${keptTokens} tokens`);

const provider = await startFakeProvider();
const agent = createAgent({
	model: new ChatOpenAI({ model: "fake", apiKey: "none", configuration: { baseURL: provider.baseURL } }),
	tools: [
		tool(() => report, { name: "read_report", description: "Reads the report.", schema: { type: "object" } }),
	],
	middleware: [compressionMiddleware(compressor, { rate: 0.5, onCompressed })],
});
const { messages } = await agent.invoke({ messages: [{ role: "user", content: question }] });
console.log(messages.at(-1).content);
provider.close();

const documents = await documentCompressor(compressor, { rate: 0.3, onCompressed }).compressDocuments(
	[
		new Document({ pageContent: report, metadata: { source: "report.txt" } }),
		new Document({
			pageContent: "The canteen is closed for all of August.",
			metadata: { source: "canteen.txt" },
		}),
	],
	question,
);
for (const { pageContent, metadata } of documents) console.log(`${metadata.source}: ${pageContent}`);

await compressor.dispose();
