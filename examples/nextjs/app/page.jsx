import { CompressForm } from "./compress-form.jsx";

export default function Page() {
	return <CompressForm />;
}
