// Lets messages in between two steps of a long job.

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

/**
 * Resolves in a new macrotask, after messages that have already arrived were handled (a cancel among
 * them). A bare `await` would not let them in, `setTimeout` would cost 4 ms each.
 */
export function macrotask(): Promise<void> {
	return new Promise((resolve) => {
		waiting.push(resolve);
		channel.port2.postMessage(null);
	});
}
