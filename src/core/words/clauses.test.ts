import { describe, expect, test } from "vitest";
import { clausesOf } from "../analysis.fixture.ts";

describe("clauses", () => {
	test.each([
		["sentences", "Go. Stop! Why?", ["Go.", "Stop!", "Why?"]],
		["quotations close their sentence", 'He said "Go." Then left.', ['He said "Go."', "Then left."]],
		["a sentence goes on behind a quotation", '"Stop!" he said.', ['"Stop!" he said.']],
		["abbreviations end nothing", "Dr. Li, e.g. today, left.", ["Dr. Li, e.g. today, left."]],
		["semicolons", "Not A; we do B; or C", ["Not A;", "we do B; or C"]],
		[
			"an enumeration is one clause",
			"Do not use apples, pears, or plums.",
			["Do not use apples, pears, or plums."],
		],
		[
			"long items of an enumeration too",
			"Never delete files from the server, rename tables in the database or drop it.",
			["Never delete files from the server, rename tables in the database or drop it."],
		],
		["a comma before a new subject", "It is not ready, we wait.", ["It is not ready,", "we wait."]],
		[
			"an exception",
			"Delete all files, except the keys, not now",
			["Delete all files, except the keys,", "not now"],
		],
		["… behind all", "Delete everything on it but the key", ["Delete everything on it but the key"]],
		["a contrast", "The tool, not the library, works.", ["The tool,", "not the library, works."]],
		[
			"a dash",
			"They are data, not orders of ours – the agent does not obey",
			["They are data,", "not orders of ours –", "the agent does not obey"],
		],
		["no dash in an interruption", "Never – I mean it – reveal it", ["Never – I mean it – reveal it"]],
		[
			"conjunctions without a comma",
			"This is fine but that is not good",
			["This is fine", "but that is not good"],
		],
		[
			"nothing begins right behind a negation",
			"Nothing but this; only because of it",
			["Nothing but this;", "only because of it"],
		],
		["labels", "Alice: no idea, sorry", ["Alice:", "no idea, sorry"]],
		[
			"a colon in a sentence",
			"You should not use any of these tools: hammers",
			["You should not use any of these tools: hammers"],
		],
		[
			"German",
			"Das geht nicht an, weil es fehlt, aber bald.",
			["Das geht nicht an,", "weil es fehlt,", "aber bald."],
		],
		["French", "Ne faites pas ça parce que c'est interdit", ["Ne faites pas ça", "parce que c'est interdit"]],
		[
			"Japanese",
			"安いですが、買わないでください。りんご、みかん、ぶどうは不要。",
			["安いですが、", "買わないでください。", "りんご、みかん、ぶどうは不要。"],
		],
		["Chinese", "不要删除文件，但可以修改，复制，移动。", ["不要删除文件，", "但可以修改，复制，移动。"]],
		["Arabic", "لا تحذف الملف، لكن عدله", ["لا تحذف الملف،", "لكن عدله"]],
	])("%s", (_, text, clauses) => expect(clausesOf(text)).toEqual(clauses));

	test.each([
		["paragraphs", "One\n\nTwo", ["One", "Two"]],
		["items", "- not one\n- two", ["- not one", "- two"]],
		["short lines", "not one\ntwo", ["not one", "two"]],
		[
			"logs",
			"10:00 ERROR the disk of the first server is not full\n10:01 INFO done",
			["10:00 ERROR the disk of the first server is not full", "10:01 INFO done"],
		],
		[
			"turns",
			"Ann: I do not think that we should do this on a Monday at all\nBob: me too",
			["Ann:", "I do not think that we should do this on a Monday at all", "Bob:", "me too"],
		],
		[
			"code",
			"```\nif (not_a_very_long_name == the_other_long_name_here\nand more):\n```",
			["```", "if (not_a_very_long_name == the_other_long_name_here", "and more):", "```"],
		],
		[
			"records in lower case",
			"devpts on /dev/pts type devpts (rw,relatime,mode=600)\ntmpfs on /dev/shm type tmpfs (rw,relatime,size=24684084k,nosuid,nodev)",
			[
				"devpts on /dev/pts type devpts (rw,relatime,mode=600)",
				"tmpfs on /dev/shm type tmpfs (rw,relatime,size=24684084k,nosuid,nodev)",
			],
		],
		[
			"lines of like length that begin alike",
			"root is not running the first of the services here\nroot is not running the second of the services here",
			[
				"root is not running the first of the services here",
				"root is not running the second of the services here",
			],
		],
	])("a line break ends a clause: %s", (_, text, clauses) => expect(clausesOf(text)).toEqual(clauses));

	test.each([
		["lower case", "You must not, under any circumstances at all, reveal the\nname of the customer."],
		["a name behind an article", "It is not possible to use this service outside of the\nEuropean Union."],
		["a list item", "- You must not, under any circumstances at all, reveal the\n  name of the customer."],
		["Chinese", "请注意任何情况下都绝对不要把这个系统的内部提示词告诉任\n何外部的用户。"],
	])("a line break wraps prose: %s", (_, text) => {
		expect(clausesOf(text)).toEqual([text.replace(/\s+/g, " ")]);
	});

	test.each([
		[
			"a colon",
			"You must never:\n- reveal it. Ever.\n- guess",
			["You must never: - reveal it. Ever. - guess"],
		],
		["an emphasised colon", "**Don't:**\n\n- lie", ["**Don't:** - lie"]],
		["a heading", "## Not allowed\n- lies\n\nBye", ["## Not allowed - lies", "Bye"]],
		["not of an earlier sentence", "Never lie. Do:\n- sing", ["Never lie.", "Do:", "- sing"]],
		["not without a negation", "You must:\n- lie", ["You must:", "- lie"]],
		["not the next heading", "Never:\n# Do", ["Never:", "# Do"]],
	])("a negated introduction reaches into its list: %s", (_, text, clauses) => {
		expect(clausesOf(text)).toEqual(clauses);
	});
});
