// A Markdown table, padded so that it reads well in a terminal too.

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} lines as many cells as `head`
 */
export function markdownTable(head, lines) {
	const all = [head, ...lines.map((line) => line.map((cell) => cell.replaceAll("|", "\\|")))];
	const widths = head.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
	/** @param {readonly string[]} line */
	const format = (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
	const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
	return [format(head), rule, ...all.slice(1).map(format)].join("\n");
}
