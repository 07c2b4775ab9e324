import {
	AssistantRuntimeProvider,
	ComposerPrimitive,
	MessagePrimitive,
	ThreadPrimitive,
	useLocalRuntime,
} from "@assistant-ui/react";
import { shorterChatModel } from "./chat-model.js";

function Message() {
	return (
		<MessagePrimitive.Root style={{ whiteSpace: "pre-wrap" }}>
			<MessagePrimitive.Parts />
		</MessagePrimitive.Root>
	);
}

export function Chat() {
	const runtime = useLocalRuntime(shorterChatModel);
	return (
		<AssistantRuntimeProvider runtime={runtime}>
			<ThreadPrimitive.Root>
				<ThreadPrimitive.Messages>{() => <Message />}</ThreadPrimitive.Messages>
				<ComposerPrimitive.Root>
					<ComposerPrimitive.Input aria-label="Message" />
					<ComposerPrimitive.Send>Send</ComposerPrimitive.Send>
				</ComposerPrimitive.Root>
			</ThreadPrimitive.Root>
		</AssistantRuntimeProvider>
	);
}
