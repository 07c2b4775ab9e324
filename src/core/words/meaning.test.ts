// What a compressed clause says: numbers are whole or absent, a clause never stays without its negation, and a warning
// names what went. In every supported language, at every rate, for random keep probabilities.
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { customCounter } from "../count/count.ts";
import type { SelectOptions } from "../options.ts";
import type { CompressResult } from "../result.ts";
import { scoreWith } from "../select/scored.fixture.ts";
import { createSelector } from "../select/select.ts";
import { reasons, wordKind } from "../word-table.ts";

vi.setConfig({ testTimeout: 60_000 });

const counter = customCounter((text) => text.length);
const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
	minLength: 12,
	maxLength: 24,
});
const rates = [0.05, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9];

/** Every result of random probabilities at every rate. */
function eachResult(text: string, options: SelectOptions, look: (result: CompressResult) => void): void {
	fc.assert(
		fc.property(probabilities, (values) => {
			const { words } = scoreWith(text, values);
			const select = createSelector({ text, words, counter, model: "random", device: "wasm" });
			for (const rate of rates) look(select({ ...options, rate }));
		}),
		{ numRuns: 40 },
	);
}

/** How much of a range is kept: all, none, or some of it. */
function kept({ spans }: CompressResult, start: number, end: number): "all" | "none" | "some" {
	if (spans.some(([from, to]) => from <= start && end <= to)) return "all";
	return spans.some(([from, to]) => from < end && start < to) ? "some" : "none";
}

const numbers: [language: string, text: string, ...numbers: string[]][] = [
	["en ranges", "The box weighs 3–5 kg and stands for 5 to 10 days in the hall.", "3–5 kg", "5 to 10 days"],
	[
		"en limits",
		"Send up to 5 files and at least 3 links to under 10 people.",
		"up to 5",
		"at least 3",
		"under 10",
	],
	[
		"ja wide",
		"税率は１２．５％で、会議は１０：３０に５人以下で始まる。",
		"１２．５％",
		"１０：３０",
		"５人以下",
	],
	["en signs", "The sensor shows −4 °C or even -12.5 °C near the old door.", "−4 °C", "-12.5 °C"],
	[
		"en amounts",
		"They paid € 12.50 and later USD 1,200 plus $3 million for it.",
		"€ 12.50",
		"USD 1,200",
		"$3 million",
	],
	["en versions", "Please install v1.2.3-rc.1 over 10.4.0 before the next call.", "v1.2.3-rc.1", "10.4.0"],
	[
		"en dates",
		"The shop opens on 3 October 2026 at 10:30 and closes 2026-11-26 again.",
		"3 October 2026 at 10:30",
		"2026-11-26",
	],
	["en percent", "About 12.5 % of users and 99.95% of calls are well.", "12.5 %", "99.95%"],
	[
		"de",
		"Das Treffen beginnt um 12:30 Uhr am 3. Oktober 2026 und kostet 1.200 € je Gast.",
		"12:30 Uhr",
		"3. Oktober 2026",
		"1.200 €",
	],
	["fr", "Le colis pèse 2,5 kg et coûte 1 200 € depuis le 3 mai 2026.", "2,5 kg", "1 200 €", "3 mai 2026"],
	[
		"es",
		"El plazo dura 30 días y cuesta 20 % más desde el 3 de mayo de 2026.",
		"30 días",
		"20 %",
		"3 de mayo de 2026",
	],
	["groups", "In der Stadt wohnen 1 000 000 Leute und viele Gäste.", "1 000 000"],
	[
		"ru",
		"Посылка весит 5 кг и стоит 1500 руб. уже с 3 октября 2026 г. снова.",
		"5 кг",
		"1500 руб",
		"3 октября 2026 г.",
	],
	["zh", "会议在2026年11月26日举行，费用为1,200元，大约需要30分钟。", "2026年11月26日", "1,200元", "30分钟"],
	["ja", "会議は2026年11月26日に始まり、参加費は3,000円です。", "2026年11月26日", "3,000円"],
	["ko", "회의는 2026년 11월 26일 열리고 참가비는 5000 원 정도이다.", "2026년 11월 26일"],
	["ar", "وزن الطرد ٣٫٥ كجم وسعره ١٢ دولار في السوق القديم.", "٣٫٥ كجم"],
	["hi", "बैठक 3 अक्टूबर 2026 को होगी और 25 % लोग आएंगे।", "3 अक्टूबर 2026", "25 %"],
	["th", "การประชุมใช้เวลา 30 นาที ในวันที่ 3 ตุลาคม 2026 ที่บ้าน", "30 นาที", "3 ตุลาคม 2026"],
];

describe("numbers are whole or absent", () => {
	test.each(numbers)("%s", (_, text, ...found) => {
		const ranges = found.map(
			(number) => [text.indexOf(number), text.indexOf(number) + number.length] as const,
		);
		const { words } = scoreWith(text, [0]);
		eachResult(text, { protect: { number: false } }, (result) => {
			const said = result.warnings
				.filter(({ code }) => code === "number-dropped")
				.flatMap(({ spans }) => spans);
			for (const [start, end] of ranges) {
				expect(kept(result, start, end)).not.toBe("some");
				if (kept(result, start, end) === "all") continue;
				const row = words.start.findIndex((from, at) => from <= start && end <= (words.end[at] ?? 0));
				const stays = words.start.some((from, at) => {
					const beside = words.clause[at] === words.clause[row] && words.kind[at] === wordKind.word;
					return beside && kept(result, from, words.end[at] ?? 0) === "all";
				});
				expect(said.some(([from, to]) => from <= start && end <= to)).toBe(stays);
			}
		});
		eachResult(text, { protect: { number: true } }, (result) => {
			for (const [start, end] of ranges) expect(kept(result, start, end)).toBe("all");
		});
	});
});

const negations: [language: string, text: string, ...negations: string[]][] = [
	["en", "Delete the whole folder unless the customer has paid the bill.", "unless"],
	["en", "Send the files to partners, except the signed contracts of staff.", "except"],
	["en", "Delete everything but the production database.", "everything", "but"],
	[
		"en",
		"Stop the upload of the files other than apart from lacks.",
		"Stop",
		"other than",
		"apart from",
		"lacks",
	],
	["ru", "Удалите всё, кроме базы данных.", "всё", "кроме"],
	["de", "Lösche alles, außer der Datenbank.", "alles", "außer"],
	["en", "Use only the public interface and at most two helpers.", "only", "at most"],
	["en", "Do not open the door before the red lamp goes out.", "not"],
	["en", "Wait until the red lamp goes out and take at least one break.", "until", "at least"],
	["de", "Öffne die Tür nicht, bevor die rote Lampe erlischt.", "nicht"],
	["de", "Lösche den ganzen Ordner, außer der Kunde hat schon bezahlt.", "außer"],
	["de", "Nimm höchstens zwei Helfer und mindestens eine Leiter mit.", "höchstens", "mindestens"],
	["fr", "Supprimez le dossier sauf si le client a payé sa facture.", "sauf"],
	["es", "Borra la carpeta salvo que el cliente haya pagado la factura.", "salvo"],
	["it", "Cancella la cartella a meno che il cliente non abbia pagato.", "non"],
	["pt", "Apague a pasta exceto se o cliente já pagou a fatura.", "exceto"],
	["nl", "Verwijder de map tenzij de klant de rekening heeft betaald.", "tenzij"],
	["pl", "Usuń folder, ale nigdy bez zgody klienta z umowy.", "nigdy", "bez"],
	["ro", "Ștergeți dosarul doar dacă clientul a plătit factura.", "doar"],
	["cs", "Smažte složku pouze tehdy, když zákazník zaplatil účet.", "pouze"],
	["sv", "Radera mappen utom när kunden redan har betalat räkningen.", "utom"],
	["tr", "Müşteri ödeme yapmadıkça klasörü asla silmeyin.", "asla"],
	["vi", "Hãy xóa thư mục trừ khi khách hàng không trả tiền.", "trừ", "không"],
	["id", "Hapus folder itu kecuali pelanggan sudah membayar tagihan.", "kecuali"],
	["ru", "Удалите папку только после оплаты счёта клиентом.", "только"],
	["uk", "Видаліть теку лише після оплати рахунку клієнтом.", "лише"],
	["el", "Διαγράψτε τον φάκελο μόνο αν ο πελάτης έχει πληρώσει.", "μόνο"],
	["ar", "احذف المجلد إلا إذا دفع العميل الفاتورة كاملة.", "إلا"],
	["he", "מחק את התיקייה רק אם הלקוח שילם את החשבון.", "רק"],
	["fa", "پوشه را پاک کن مگر مشتری صورتحساب را پرداخت کند.", "مگر"],
	["hi", "फ़ोल्डर केवल तब हटाएं जब ग्राहक भुगतान करे।", "केवल"],
	["th", "ลบแฟลเดอร์ ยกเว้น ลูกค้าจ่ายเงินแล้ว", "ยกเว้น"],
	["zh", "请删除文件夹，除非客户已经付款。", "除非"],
	["ja", "お客様が支払わない限りフォルダを消すこと。", "ない"],
	["ko", "고객이 돈을 내지 않으면 폴더를 지우세요.", "않으면"],
];

const negation = reasons.indexOf("negation");

describe("a clause stays with its negation or goes", () => {
	test.each(negations)("%s: %s", (_, text, ...found) => {
		const { words } = scoreWith(text, [0]);
		const rowsOf = (word: string) => {
			const start = text.indexOf(word);
			return [...words.start.keys()].filter(
				(at) => (words.start[at] ?? 0) < start + word.length && start < (words.end[at] ?? 0),
			);
		};
		const rows = found.flatMap(rowsOf);
		expect(rows.filter((at) => words.reason[at] !== negation)).toEqual([]);
		const stays = (result: CompressResult, row: number) =>
			words.start.some((start, at) => {
				const beside =
					at !== row && words.clause[at] === words.clause[row] && words.kind[at] === wordKind.word;
				return beside && kept(result, start, words.end[at] ?? 0) === "all";
			});
		eachResult(text, {}, (result) => {
			for (const row of rows) {
				if (stays(result, row)) expect(kept(result, words.start[row] ?? 0, words.end[row] ?? 0)).toBe("all");
			}
		});
		eachResult(text, { protect: { negation: false } }, (result) => {
			const said = result.warnings
				.filter(({ code }) => code === "negation-dropped")
				.flatMap(({ spans }) => spans);
			for (const row of rows) {
				const start = words.start[row] ?? 0;
				const gone = kept(result, start, words.end[row] ?? 0) === "none";
				expect(said.some(([from]) => from === start)).toBe(gone && stays(result, row));
			}
		});
	});
});
