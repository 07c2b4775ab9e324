// The document or shadow root that a node stands in, whichever frame's it is: `instanceof` knows this frame's alone.

export function rootOf(node: Node): Document | ShadowRoot {
	const root = node.getRootNode();
	return isShadowRoot(root) ? root : (node.ownerDocument ?? document);
}

export function isShadowRoot(node: Node): node is ShadowRoot {
	return "host" in node && "mode" in node;
}

export function isTextarea(element: Element | null): element is HTMLTextAreaElement {
	return element?.localName === "textarea";
}
