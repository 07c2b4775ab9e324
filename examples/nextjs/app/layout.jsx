export const metadata = { title: "promptsieve: Next.js", icons: { icon: "data:," } };

export default function Layout({ children }) {
	return (
		<html lang="en">
			<body>{children}</body>
		</html>
	);
}
