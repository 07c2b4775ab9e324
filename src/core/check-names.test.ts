import { expect, it } from "vitest";
import { checkNames } from "./check-names.ts";

it("names of options inside another are named with it", () => {
	expect(() => checkNames({ rate: 1, id: 2 }, ["id"], "model")).toThrow(
		"model.rate must be left out: it is no option (id are); got 1.",
	);
	expect(() => checkNames([], ["id"], "model")).toThrow("model must be an object; got [].");
	expect(() => checkNames({ rate: undefined, id: 2 }, ["id"], "model")).not.toThrow();
});

it.each([
	["quesiton", "is it question?"],
	["onErr", "is it onError?"],
	["minToken", "is it minTokens?"],
	["devise", "is it device?"],
	["RATE", "is it rate?"],
	["rates", "is it rate?"],
	["toString", "no such option; got"],
	["x", "no such option; got"],
])("of a misspelt option says what was meant: %s", (name, message) => {
	expect(() => checkNames({ [name]: 1 }, ["rate"])).toThrow(message);
	expect(() => checkNames({ [name]: 1 }, ["rate"])).toThrow(
		`${name} must be left out: there is no such option`,
	);
});
