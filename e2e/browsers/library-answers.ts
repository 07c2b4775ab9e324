// What the packed library says about some texts: run in each browser, inside the page.
import type { Compressor } from "../../src/compressor.ts";

export const budget = 50;

export interface Answer {
	readonly words: readonly (readonly [
		start: number,
		end: number,
		reason: string | null,
		keepProbability: number,
	])[];
	readonly results: readonly {
		readonly text: string;
		readonly spans: readonly (readonly [number, number])[];
		readonly sourceTokens: number;
		readonly keptTokens: number;
	}[];
}

/** Runs in the page, where a compressor is lying. */
export async function answerInPage(text: string, targetTokens: number): Promise<Answer> {
	const compressor: Compressor = Reflect.get(globalThis, "compressor");
	const scored = await compressor.score(text);
	const choices = [{ rate: 0.5 }, { rate: 0.2 }, { threshold: 0.4 }, { targetTokens }];
	return {
		words: scored.words.map((word) => [word.start, word.end, word.protected, word.keepProbability]),
		results: choices.map((choice) => {
			const { text: short, spans, sourceTokens, keptTokens } = scored.select(choice);
			return { text: short, spans, sourceTokens, keptTokens };
		}),
	};
}

/** The texts, some of each kind that browsers could cut into other words. */
export const shortTexts: Readonly<Record<string, string>> = {
	English:
		"Amara: Okay, good morning everyone, I think we can get started. Please do NOT ship the checkout before the " +
		"stock reservation is in, because two people can pay for the last item; see https://warehouse.example/api/v2.",
	Chinese:
		"各位早上好，感谢大家临时赶来参加这次会议。昨天晚上付款服务中断了大约四十分钟，请不要在版本4.2.1部署之前手动重启任何进程，" +
		"否则我们会丢失队列里仍在等待的消息。仓库的同事说他们星期五之前可以完成盘点。",
	Thai:
		"สวัสดีตอนเช้าทุกคน ขอบคุณที่มาประชุมกันอย่างกะทันหัน เมื่อคืนระบบชำระเงินหยุดทำงานประมาณสี่สิบนาที " +
		"กรุณาอย่ารีสตาร์ทเครื่องด้วยตนเองก่อนที่จะติดตั้งเวอร์ชันใหม่ เพราะเราจะสูญเสียข้อความที่ยังรออยู่ในคิว",
	Arabic:
		"صباح الخير جميعا، وشكرا لحضوركم في هذا الوقت القصير. توقفت خدمة الدفع الليلة الماضية لمدة أربعين دقيقة تقريبا. " +
		"من فضلكم لا تعيدوا تشغيل الخوادم يدويا قبل نشر الإصدار الجديد، وإلا فقدنا الرسائل التي ما زالت تنتظر.",
	Korean:
		"여러분 안녕하세요, 갑작스러운 회의에 참석해 주셔서 감사합니다. 어젯밤 결제 서비스가 약 사십 분 동안 중단되었습니다. " +
		"새 버전이 배포되기 전에는 서버를 직접 다시 시작하지 마세요. 그렇지 않으면 대기 중인 메시지를 잃게 됩니다.",
	marks:
		"Well 👩‍👩‍👧‍👦 – naïve café… “don’t” stop: e\u0301te\u0301, ﬁne, Ⅷ, ½ l, 3.5 °C, İstanbul, straße, snake_case, a.b.c(), " +
		"x ≠ y, 12:30, 2026-03-12T10:00Z, {{name}}, <b>bold</b> and #hash @you.\r\n\tNext\u00a0line\u2028last one.",
};

/**
 * Texts in which Firefox's `Intl.Segmenter` cuts some words elsewhere than Chromium's: the least share of its words that
 * both cut alike. Measured in Firefox 153: 33 of 51 and 181 of 187 (docs/browsers.md).
 */
export const cutAlikeInFirefox: ReadonlyMap<string, number> = new Map([
	["Thai", 0.6],
	["meeting.ja.md", 0.95],
]);
