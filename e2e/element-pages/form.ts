// A form with the element's own field in it. What is sent is shown as JSON.
import "../../src/element/define.ts";
import { recordEvents } from "./record-events.ts";

recordEvents();

document.addEventListener("submit", (event) => {
	event.preventDefault();
	const { target } = event;
	const sent = document.querySelector("#sent");
	if (target instanceof HTMLFormElement && sent)
		sent.textContent = JSON.stringify([...new FormData(target).entries()]);
});
