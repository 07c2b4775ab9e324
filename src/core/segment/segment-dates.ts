// Dates and amounts that hold a word: "3 October 2026", "Oct 3, 2026", "3. Oktober", "USD 1,200". Each is one word.
import { matchEnd } from "../match-at.ts";

const d = String.raw`\p{Nd}`;
const end = String.raw`(?![\p{L}\p{M}\p{Nd}_])`;

/** Month names as they stand behind a day; capitals where the lower-case word means something else. */
const months = [
	"January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec",
	"Januar Jänner Februar März Mai Juni Juli Oktober Dezember Mrz Okt Dez",
	"enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre",
	"janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
	"gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre",
	"janeiro fevereiro março maio junho julho setembro outubro novembro dezembro",
	"januari februari maart april mei juni juli augustus september oktober november december",
	"stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
	"ianuarie februarie martie aprilie iunie iulie august septembrie octombrie noiembrie decembrie",
	"ledna února března dubna května června července srpna září října listopadu prosince",
	"augusti maj",
	"Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
	"Januari Februari Maret Mei Agustus Desember",
	"января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
	"січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
	"Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου",
	"يناير فبراير مارس أبريل إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
	"בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
	"فروردین اردیبهشت خرداد مرداد شهریور آبان آذر بهمن اسفند ژانویه فوریه آوریل ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
	"जनवरी फरवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर सितम्बर अक्टूबर अक्तूबर नवंबर नवम्बर दिसंबर दिसम्बर",
]
	.join(" ")
	.split(" ");
const monthNames = `(?:${[...new Set(months)].join("|")})`;
const thaiMonths =
	"(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)";
const englishMonths =
	"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?)";
const clock = String.raw`(?:,? (?:at |um |à |a las )?${d}{1,2}[:h]${d}{2}(?::${d}{2})?(?: ?(?:[AaPp]\.?[Mm]\b\.?|Uhr|UTC|GMT|CET)${end})?)`;

/** The year may carry its word: "2026 г." */
const year = String.raw`,?(?: (?:de|del|of))? ${d}{4}(?!${d})(?: (?:г|р)\.)?`;
const dayName = String.raw`${d}{1,2}(?:\.|st|nd|rd|th|er|º|ª)?`;
/** "3.–5.", "3./4.", "3, 4 and 5" */
const dayRange = `${dayName}(?: ?[-–/] ?${dayName}|(?:, ${dayName}){0,4},? (?:and|und|y|et|e|en|i|și|a|och|ve|và|dan|и|та|και|&) ${dayName})?`;
const dayFirst = new RegExp(
	String.raw`(?:${dayRange}[ \u00a0-](?:de |of )?${monthNames}${end}(?:\.(?= ${d}{4}))?(?:-${d}{4}|${year})?|${dayRange} ?${thaiMonths}(?: ${d}{4})?|${d}{1,2} tháng ${d}{1,2}(?: năm ${d}{4})?|${d}{4}년 ?${d}{1,2}월(?: ?${d}{1,2}일)?|${d}{4} 年 ${d}{1,2} 月(?: ${d}{1,2} 日)?)${clock}?(?!${d})`,
	"uy",
);
const monthFirst = new RegExp(
	String.raw`${englishMonths} {1,2}(?:${d}{1,2}(?:st|nd|rd|th)?(?:(?: ?[-–] ?| (?:and|&) )${d}{1,2}(?!${d})(?:st|nd|rd|th)?)?(?:,? ${d}{4}(?!${d}))?(?:${clock}| ${d}{2}:${d}{2}:${d}{2})?|${d}{4})(?![\p{Nd}\p{L}_]|[.,]${d})`,
	"uy",
);
/** Another date of the same kind behind a dash makes a range: only the currencies' codes stand before a number. */
const currencyFirst = new RegExp(
	String.raw`(?:USD|EUR|GBP|JPY|CNY|CHF|INR|KRW|BRL|RUB|PLN|CZK|SEK|NOK|DKK|TRY|UAH|ILS|VND|THB|CAD|AUD|NZD|SGD|HKD|MXN|ZAR|BTC|ETH|Rs\.?|kr|RM|Rp\.?)[ \u00a0][-−]?${d}{1,3}(?:(?:[,.'’ \u00a0\u202f]${d}{3})+(?!${d})|${d}*)(?:[.,]${d}{1,2}(?!${d}))?(?:[kKMB]${end})?(?![\p{L}\p{Nd}_])`,
	"uy",
);

/** The end of the date that begins with a digit at `start` and holds a month's name, or 0. */
export function writtenDateEnd(text: string, start: number): number {
	return matchEnd(dayFirst, text, start);
}

/** Letters that months (January … December) and currencies begin with. */
const initials = "JFMASONDUEGCIKBRPTVNHZrk";

/** The end of the date or amount that begins with a month's or a currency's name at `start`, or 0. */
export function namedNumberEnd(text: string, start: number): number {
	if (!initials.includes(text.charAt(start))) return 0;
	monthFirst.lastIndex = start;
	if (monthFirst.test(text)) return monthFirst.lastIndex;
	return matchEnd(currencyFirst, text, start);
}
