// Makes comlink speak through a Node worker or its parent port: they have `on` and `off` where browsers have
// `addEventListener`. Used at both ends.
import type { Endpoint } from "comlink";

/** What Node's `Worker` and `MessagePort` have in common. */
export interface NodePort {
	postMessage(message: unknown, transfer?: readonly never[]): void;
	on(type: "message", listener: (data: unknown) => void): unknown;
	off(type: "message", listener: (data: unknown) => void): unknown;
}

type Listener = Parameters<Endpoint["addEventListener"]>[1];

export function nodeEndpoint(port: NodePort): Endpoint {
	const adapted = new Map<Listener, (data: unknown) => void>();
	return {
		postMessage: (message, transfer) => port.postMessage(message, transfer as never[]),
		addEventListener(_type, listener) {
			const adapter = (data: unknown) => {
				const event = { data } as never;
				if (typeof listener === "function") listener(event);
				else listener.handleEvent(event);
			};
			adapted.set(listener, adapter);
			port.on("message", adapter);
		},
		removeEventListener(_type, listener) {
			const adapter = adapted.get(listener);
			if (adapter) port.off("message", adapter);
			adapted.delete(listener);
		},
	};
}
