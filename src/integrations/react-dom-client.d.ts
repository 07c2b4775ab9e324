// As much of react-dom as the tests need; it brings no types of its own.
declare module "react-dom/client" {
	export function createRoot(container: Element): { render(node: unknown): void; unmount(): void };
}
