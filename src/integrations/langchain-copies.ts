// Copies of LangChain's documents and messages with another text. Fields that are `#private` cannot be copied from
// outside, so a copy is never of a class that could look for them.
import { Document, type DocumentInterface } from "@langchain/core/documents";
import type { BaseMessage } from "@langchain/core/messages";

/** @returns the document with another text: of its own class where that adds nothing but data, else a `Document` */
export function documentWith(document: DocumentInterface, pageContent: string): DocumentInterface {
	if (isData(document)) return copyAs(Object.getPrototypeOf(document), document, { pageContent });
	const { metadata, id } = document;
	return new Document({ pageContent, metadata, ...(id !== undefined && { id }) });
}

/** @returns the message with other values at some keys, of the class of the library's own that it is or extends */
export function messageWith(message: BaseMessage, changes: Partial<BaseMessage>): BaseMessage {
	return copyAs(libraryPrototype(message) ?? Object.getPrototypeOf(message), message, changes);
}

/** Whether there is a class of the library's own for a copy of the message. */
export function canCopyMessage(message: BaseMessage): boolean {
	return libraryPrototype(message) !== null;
}

/** Found by the name that LangChain itself serializes by: an application may hold the library twice. */
function libraryPrototype(message: BaseMessage): object | null {
	return (
		prototypesOf(message).find(({ constructor: own }) => {
			const name: unknown = Object.hasOwn(own, "lc_name") && Reflect.get(own, "lc_name");
			return (
				typeof name === "function" &&
				/^(AI|Chat|Function|Human|System|Tool)Message(Chunk)?$/.test(Reflect.apply(name, own, []))
			);
		}) ?? null
	);
}

/** Whether no code comes with the object that could read more of it than its fields. */
function isData(value: object): boolean {
	return (
		Object.values(value).every((field) => typeof field !== "function") &&
		prototypesOf(value).every(
			(prototype) =>
				Reflect.ownKeys(prototype).every((key) => key === "constructor") &&
				Reflect.ownKeys(prototype.constructor).every((key) => /^(length|name|prototype)$/.test(String(key))),
		)
	);
}

/** All up to `Object.prototype`, from the nearest on. */
function prototypesOf(value: object): object[] {
	const prototype: object | null = Object.getPrototypeOf(value);
	return prototype === null || prototype === Object.prototype ? [] : [prototype, ...prototypesOf(prototype)];
}

/** No constructor is called; what is frozen can be copied, too. */
function copyAs<T extends object>(prototype: object | null, source: T, changes: Partial<T>): T {
	const properties: PropertyDescriptorMap = Object.getOwnPropertyDescriptors(source);
	for (const [key, value] of Object.entries(changes)) {
		properties[key] = { value, enumerable: true, configurable: true, writable: true };
	}
	return Object.create(prototype, properties);
}
