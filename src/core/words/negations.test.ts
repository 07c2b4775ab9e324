import { describe, expect, test } from "vitest";
import { wordsWithReason } from "../analysis.fixture.ts";

const flagged = (text: string) => wordsWithReason(text, "negation");

describe("negations and restrictions", () => {
	test.each([
		[
			"en",
			"Do not reveal it, never, unless asked; only admins cannot. He doesn’t.",
			["not", "never", "unless", "only", "cannot", "doesn’t"],
		],
		["en", "You may not edit files outside src/ today.", ["not", "outside"]],
		["en", "NEVER do this WITHOUT asking, NOBODY may. It does n't.", ["NEVER", "WITHOUT", "NOBODY", "n't"]],
		[
			"de",
			"Das ist nicht erlaubt, keine Ausnahme, niemals ohne Grund, nur für den Admin.",
			["nicht", "keine", "niemals", "ohne", "nur"],
		],
		["de", "Es geht weder mit dem einen noch mit dem anderen.", ["weder", "noch"]],
		[
			"fr",
			"Ne partagez jamais le mot de passe, ce n’est pas permis sans accord d’aucune équipe.",
			["Ne", "jamais", "n’est", "pas", "sans", "d’aucune"],
		],
		["fr", "Vous ne pouvez utiliser que les fichiers.", ["ne", "que"]],
		["es", "No se puede hacer nunca sin los permisos, solo con el código.", ["No", "nunca", "sin", "solo"]],
		["it", "Non rispondere mai senza il permesso, solo se è della lista.", ["Non", "mai", "senza", "solo"]],
		[
			"pt",
			"Você não pode nunca fazer isso sem uma senha, apenas com o código.",
			["não", "nunca", "sem", "apenas"],
		],
		[
			"nl",
			"Gebruik het niet voor de klant, nooit zonder een reden, alleen voor onze mensen.",
			["niet", "nooit", "zonder", "alleen"],
		],
		["pl", "Nie wolno tego robić, nigdy bez zgody, tylko dla mnie.", ["Nie", "nigdy", "bez", "tylko"]],
		[
			"ro",
			"Nu trebuie să faci asta niciodată fără acord, doar dacă este permis.",
			["Nu", "niciodată", "fără", "doar"],
		],
		["cs", "To není možné, nikdy bez souhlasu, pouze když je to nutné.", ["není", "nikdy", "bez", "pouze"]],
		["sv", "Det är inte tillåtet, aldrig utan skäl, endast för mig.", ["inte", "aldrig", "utan", "endast"]],
		[
			"tr",
			"Bu asla mümkün değil, hiçbir şey yok, yalnızca sizin için.",
			["asla", "değil", "hiçbir", "yok", "yalnızca"],
		],
		["tr", "BU YASAKTIR, YALNIZCA YÖNETİCİ", ["YASAKTIR", "YALNIZCA"]],
		["vi", "Không được xóa, đừng gửi, chỉ khi cần; địa chỉ và không gian.", ["Không", "đừng", "chỉ"]],
		[
			"id",
			"Jangan hapus yang ini, tidak boleh tanpa izin, hanya untuk admin, kecuali diminta.",
			["Jangan", "tidak", "tanpa", "hanya", "kecuali"],
		],
		[
			"ru",
			"Никогда не удаляйте без разрешения, только если нужно. НЕЛЬЗЯ",
			["Никогда", "не", "без", "только", "НЕЛЬЗЯ"],
		],
		[
			"uk",
			"Ніколи не видаляйте без дозволу, лише якщо немає копії.",
			["Ніколи", "не", "без", "лише", "немає"],
		],
		[
			"el",
			"Μην το κάνεις ΠΟΤΕ χωρίς λόγο, δεν επιτρέπεται, μόνο αν.",
			["Μην", "ΠΟΤΕ", "χωρίς", "δεν", "μόνο"],
		],
		["ar", "لا تفعل ذلك أبدًا بدون إذن، وليس الآن، إلا فقط.", ["لا", "أبدًا", "بدون", "وليس", "إلا", "فقط"]],
		["he", "אל תמחק, לא מותר, ורק בלי סיסמה, אסור. שלא", ["אל", "לא", "ורק", "בלי", "אסור", "שלא"]],
		["he", "הלכתי אל הבית", []],
		[
			"fa",
			"هرگز این کار را نکنید، فقط بدون رمز نیست، نمی‌شود",
			["هرگز", "نکنید", "فقط", "بدون", "نیست", "نمی‌شود"],
		],
		["hi", "यह मत करो, बिना अनुमति नहीं, केवल अभी।", ["मत", "बिना", "नहीं", "केवल"]],
		["th", "ห้ามลบไฟล์ ไม่ใช่วันนี้ เท่านั้น อย่าลืม", ["ห้าม", "ไม่ใช่", "เท่านั้น", "อย่า"]],
		[
			"zh",
			"不要删除文件，除非用户同意，仅返回结果。没有人知道，請勿外傳。",
			["不要", "除非", "仅", "没有", "請勿"],
		],
		["zh", "不同的区别非常大", []],
		["zh", "这並不是所有用户，并没有错，并未通过，仅限内部。", ["並不是", "没有", "未", "仅"]],
		["zh", "不超过十个，未经允许不得转载，不包括附件。", ["不", "未经", "不得", "不"]],
		["ja", "保存しないでください。英語のみ、削除は禁止。", ["しない", "のみ", "禁止"]],
		["ja", "確認せずに送れません。教えるな。", ["せ", "ず", "に", "ま", "せん", "な"]],
		["ja", "まず必ずしかしながら、すみませんが少ないはずです。", []],
		[
			"ko",
			"절대 공유하지 마세요. 이것만 쓰고, 안 됩니다. 없이 않는다",
			["절대", "마세요", "이것만", "안", "없이", "않는다"],
		],
		["ja", "使用を避けてください。会員限定。", ["避", "け", "限定"]],
		["ko", "회원뿐 삼가 주세요", ["회원뿐", "삼가"]],
		["pt", "Apenas clientes.", ["Apenas"]],
		["pt", "O site apenas para os clientes.", ["apenas"]],
		["de", "Das ist ausgeschlossen und unzulässig.", ["ausgeschlossen", "unzulässig"]],
		["fr", "Il est interdit de fumer, exclu ou proscrit.", ["interdit", "exclu", "proscrit"]],
		["it", "Accesso vietato, minori esclusi, nessun cane.", ["vietato", "esclusi", "nessun"]],
		[
			"ru",
			"Недопустимо и невозможно, нигде, помимо этого.",
			["Недопустимо", "невозможно", "нигде", "помимо"],
		],
		[
			"en",
			"Use tabs instead of spaces, stop using it and rather than that other than this.",
			["instead", "of", "stop", "rather", "than", "other", "than"],
		],
		[
			"en",
			"It is impossible; he denied that they failed to log in. Zero users of non-admin kind refused.",
			["impossible", "denied", "failed", "to", "Zero", "non-admin", "refused"],
		],
		["en", "The bus stop is near, from zero to the end, he has an instead.", []],
		[
			"de",
			"Wir lehnen den Antrag der Firma ab und schließen dich nicht aus.",
			["lehnen", "ab", "schließen", "nicht", "aus"],
		],
		["de", "Das ist ab morgen so, und es findet morgen statt.", []],
		["de", "Nimm das Brot statt der Butter, das ist unmöglich.", ["statt", "unmöglich"]],
		[
			"fr",
			"Prenez le train au lieu de la voiture, plutôt que rien.",
			["au", "lieu", "plutôt", "que", "rien"],
		],
		["all but", "Delete everything on it but the database.", ["everything", "but"]],
		["all, but", "All tests pass, but slowly.", []],
		["all except", "Löschen Sie alles außer dem Ordner.", ["alles", "außer"]],
		["… in French", "Supprimez tout sauf la base.", ["tout", "sauf"]],
		["… in Spanish", "Borra todo menos la base.", ["todo", "menos"]],
		["… in Italian", "Cancella tutto tranne la base.", ["tutto", "tranne"]],
		["… in Russian", "Удалите всё, кроме базы данных.", ["всё", "кроме"]],
		["stops", "Stop the upload. Cease it. The bus stop lacks a roof.", ["Stop", "Cease", "lacks"]],
		["ko", "하지만 이미지를 그렇지만 불만", []],
	])("%s: %s", (_, text, found) => expect(flagged(text)).toEqual(found));

	test.each([
		["English", "The sin of the men is that they can do it in bare feet, and solo on the mai tai."],
		["German", "Im Mai ist das noch gut und der Nemo war auch nett."],
		["Swedish", "Nu är det ni som ska vara här och det var sin egen tid."],
		["Portuguese", "O livro no centro da cidade é muito bom e está no site."],
		["Dutch", "Het is nu tijd voor de pas van onze mensen."],
		["Polish", "No tak, to jest bardzo dobre i może być już dla mnie."],
		["Turkish", "Bu ne için ve ne kadar zaman?"],
		["Romanian", "Este cel mai mare și cel mai bun din lume pentru că are mai mult."],
		["numbers", "See No. 5 and no. 7 for the list."],
		["however", "Sin embargo, la clave es muy buena y no obstante los datos están así."],
	])("no false friends in %s", (_, text) => expect(flagged(text)).toEqual([]));

	test("a paragraph's language counts, the text's where a paragraph is too short to tell", () => {
		const german = "Das ist der Text, und er ist auch für dich mit einer Liste von Dingen.";
		const spanish = "Esto es para los datos que están en el sistema, y las claves de sus usuarios.";
		expect(flagged(`${german}\n\n${spanish} Hazlo sin prisa.\n\nNur so.`)).toEqual(["sin", "Nur"]);
		expect(flagged("no markdown")).toEqual(["no"]);
	});

	test("what is protected for another reason stays that", () => {
		expect(flagged("`not` https://no.not.com/only <not> {no}")).toEqual([]);
	});
});
