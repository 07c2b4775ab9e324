// Numbers with sign, separators, currency and unit; dates, times, versions, addresses: one word each.
import { charClass, classAt, isAlnum } from "../char-class.ts";
import { namedNumberEnd, writtenDateEnd } from "./segment-dates.ts";
import { unitEnd } from "./segment-units.ts";

const d = String.raw`\p{Nd}`;
const currency = String.raw`(?:US\$|[$€£¥₹₽₩₺₴₪₫฿₿￥]|R\$)`;
const scale = "thousand|million|billion|trillion|mio|Mio|mrd|Mrd|mln|mld|Mln|Mld|bn|Bn|млн|млрд|тыс|tys";
const money =
	"USD|EUR|GBP|JPY|CNY|CHF|INR|KRW|BRL|RUB|PLN|CZK|SEK|TRY|UAH|ILS|VND|THB|BTC|ETH|zł|Kč|kr|lei|руб|грн|Euro|euros?|dollars?";
const spaced =
	"%|％|٪|‰|°[CFKRcf]?|℃|℉|[kKMGTP]i?[Bb](?:ps|it)?|bytes?|[kMG]bit|[fpnµμmcdk]?m[²³23]?|[nµμmk]?g|[µμm]s|sec|min|h|hrs?|km/h|mph|kph|kn|[mcd]?[lL]|[kMG]?Hz|[kMGT]?Wh?|[mk]?V|mA|mAh|kJ|kcal|[kMh]?Pa|mbar|bar|dB|rpm|fps|dpi|px|pt|rem|em|ft|lbs?|oz|ha|Mbps|Gbps|tokens/s|ppm|a\\.m\\.|p\\.m\\.|am|pm|AM|PM|A\\.M\\.|P\\.M\\.|кг|км|см|мм|мин|ч|р|γρ|χλμ|كم|كغ|كجم|سم|مم|كلم";
const attached =
	"st|nd|rd|th|er|e|è|º|ª|o|a|k|K|M|B|G|T|s|d|w|y|x|X|D|V|A|C|F|m|u|L|n|f|am|pm|AM|PM|vw|vh|ch|deg|bp|nd|ste|de|ème|eme|ième|i|го|й|я|е|ой|ых|х|م|ص";
const han =
	"分钟|分鐘|秒钟|秒鐘|小时|小時|个月|個月|星期|天|周|週|千克|毫米|厘米|千米|英里|欧元|歐元|日元|人民币|人民幣|字|句|行|文字|単語|ページ|割|ヵ月|か所|カ所|ヶ所|วินาที|นาที|ชั่วโมง|วัน|สัปดาห์|เดือน|ปี|เปอร์เซ็นต์|องศา|กิโลเมตร|เมตร|กิโลกรัม|กรัม|ลิตร|บาท|ดอลลาร์|คำ|หน้า|คน|ครั้ง|年|月|日|时|時|分|秒|点|點|号|號|元|円|圓|块|万|萬|億|亿|兆|千|百|人|名|个|個|件|回|次|歳|岁|度|倍|階|层|本|枚|章|節|节|頁|页|条|條|世紀|世纪|年代|年間|时间|時間|分間|秒間|か月|ヶ月|カ月|週間|日間|パーセント|キロ|メートル|グラム|リットル|公里|米|公斤|美元|ドル|ユーロ|社|台|点|位|番|つ";
const unit = `(?:${money}|${scale}|${spaced})`;
const end = String.raw`(?![\p{L}\p{M}\p{Nd}_])`;
const perUnit = `(?:/(?:s|h|d|min|km|m|m²|kg|[lL]|month|year|day|sec|user|mo|yr))?`;

const whole = String.raw`(?:${d}{1,3}(?:[,.'’٬\u00a0\u2009\u202f]${d}{3}){1,12}(?!${d})|${d}{1,3}(?: ${d}{3}){2,8}(?!${d})|${d}{1,3} ${d}{3}(?=[ \u00a0]?(?:${unit}${end}|[€$₽£]))|${d}+)`;
const plain = String.raw`(?:${whole}(?:[.·٫]${d}+|(?<!${d},${d}{1,15}),${d}+(?!,?${d}))?|\.${d}+)`;
const quantity = String.raw`[-+−±~≈≥≤<>=]{0,2}(?:${currency} ?)?[-−]?${plain}(?:[eE][-+]?${d}{1,4})?(?:[-–—~〜/:×x*](?:${currency}?${plain})){0,4}(?:(?:[ \u00a0\u2009\u202f]?(?:${scale})\.?${end})?[ \u00a0\u2009\u202f]?(?:${currency}|${unit}${perUnit}${end})|(?:${attached})${end}|(?: ?(?:${han}))+(?:${d}{1,4}(?:${han})+){0,6})?`;
/** "5 to 10 days", "10 – 12 %": only before a unit. */
const range = `${plain} (?:to|bis|à|a|al|až|do|tot|till|ile|đến|hingga|до|έως|إلى|עד|تا|से|–|—) ${plain}`;

const time = String.raw`${d}{1,2}:${d}{2}(?::${d}{2}(?:[.,]${d}{1,9})?)?(?: ?(?:[AaPp]\.[Mm]\.|(?:[AaPp][Mm])${end}))?(?: ?(?:Z|UTC|GMT|CET|CEST|EST|EDT|PST|PDT|MSK|IST|JST|KST|Uhr|uur)${end}| ?[+-]${d}{2}:?${d}{2}(?!${d}))?`;
const date = String.raw`(?:${d}{4}([-/.])${d}{1,2}\1${d}{1,2}|${d}{1,2}([-/.])${d}{1,2}\2${d}{2,4})(?!${d})(?:(?:T|t|_|,? )${time})?`;
const apache = `${d}{1,2}/[A-Z][a-z]{2}/${d}{4}:${d}{2}:${d}{2}:${d}{2}(?: [+-]${d}{4})?`;
const hexadecimal = `0[xX][0-9A-Fa-f_]+|0[bB][01_]+|#[0-9A-Fa-f]{6}(?:[0-9A-Fa-f]{2})?${end}|#${d}+`;
const address = String.raw`${d}{1,3}(?:\.${d}{1,3}){3}(?::${d}{1,5}|/${d}{1,2})?`;
const version = String.raw`[~^<>=]{0,2}[vV]?${d}+(?:\.(?:${d}+|[xX*])){2,8}(?:[-+][0-9A-Za-z][0-9A-Za-z.+-]{0,60}(?<![.+-]))?|[~^<>=]{0,2}[vV]${d}+(?:\.${d}+){0,2}`;
const uuid = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
const ipv6 = String.raw`(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){7}|(?:[0-9A-Fa-f]{1,4}:){1,6}(?::[0-9A-Fa-f]{1,4}){1,6}|::(?:[0-9A-Fa-f]{1,4}:){0,6}[0-9A-Fa-f]{1,4})(?:%\w{1,16})?(?:/${d}{1,3})?|[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}`;

const forms = [
	`(?:${uuid})${end}`,
	`(?=[\\w:]{0,40}[0-9])(?:${ipv6})(?![\\w:])`,
	`(?:${date}|${apache}|${time}|${hexadecimal})${end}`,
	`(?:${address}|${version})${end}`,
].map((form) => new RegExp(form, "uy"));
const quantityForm = new RegExp(quantity, "uy");
const rangeForm = new RegExp(range, "uy");
const shortUnit = new RegExp(`[ \\u00a0\\u202f]?(?:${currency}|${unit}${perUnit}${end})`, "uy");

/** Marks that hold an identifier together, so that what follows one is not a number of its own. */
const joiners = "-./:\\_@&+=~'’#";

/** The end of the number that begins at `start`, or 0. */
export function numberEnd(text: string, start: number): number {
	const written = writtenDateEnd(text, start);
	if (written > 0) return written;
	for (const form of forms) {
		const found = matchEnd(form, text, start);
		if (found > 0 && standsAlone(text, found)) return found;
	}
	const range = rangeEnd(text, start);
	if (range > 0) return range;
	const found = matchEnd(quantityForm, text, start);
	return found > 0 && standsAlone(text, found) ? unitEnd(text, found) : 0;
}

/** The end of a range with a unit ("5 to 10 days") that begins at `start`, or 0. */
function rangeEnd(text: string, start: number): number {
	const numbers = matchEnd(rangeForm, text, start);
	if (numbers === 0 || !standsAlone(text, numbers)) return 0;
	const spelled = unitEnd(text, numbers);
	return spelled > numbers ? spelled : matchEnd(shortUnit, text, numbers);
}

function matchEnd(form: RegExp, text: string, start: number): number {
	form.lastIndex = start;
	return form.test(text) ? form.lastIndex : 0;
}

/** What may open a token before its first word. */
const opening = "([\"'“«„";

/**
 * The date or amount whose name of a month or currency begins the token at `start`, or stands behind its bracket
 * or quotation mark (`May  3 10:11:12`, `(USD 1,200)`); null if there is none.
 */
export function namedNumberAt(text: string, start: number): { start: number; end: number } | null {
	const from = opening.includes(text.charAt(start)) ? start + 1 : start;
	const found = namedNumberEnd(text, from);
	return found > 0 ? { start: from, end: unitEnd(text, found) } : null;
}

/** False where a longer word begins with the number: `10-year`, `3rd-party`, `2024_backup`. */
function standsAlone(text: string, at: number): boolean {
	if (at >= text.length) return true;
	if (isAlnum(classAt(text, at)) || classAt(text, at) === charClass.extend) return false;
	if (!joiners.includes(text.charAt(at)) || at + 1 >= text.length) return true;
	return !isAlnum(classAt(text, at + 1));
}
