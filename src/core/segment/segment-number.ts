// Numbers with sign, separators, currency and unit; dates, times, versions, addresses: one word each.
import { charClass, classAt, isAlnum } from "../char-class.ts";

const d = String.raw`\p{Nd}`;
const currency = String.raw`(?:US\$|[$€£¥₹₽₩₺₴₪₫฿₿￥]|R\$)`;
const scale = "thousand|million|billion|trillion|mio|Mio|mrd|Mrd|mln|mld|Mln|Mld|bn|Bn|млн|млрд|тыс|tys";
const money =
	"USD|EUR|GBP|JPY|CNY|CHF|INR|KRW|BRL|RUB|PLN|CZK|SEK|TRY|UAH|ILS|VND|THB|BTC|ETH|zł|Kč|kr|lei|руб|грн|Euro|euros?|dollars?";
const spaced =
	"%|％|٪|‰|°[CFKRcf]?|℃|℉|[kKMGTP]i?[Bb](?:ps|it)?|bytes?|[kMG]bit|[fpnµμmcdk]?m[²³23]?|[nµμmk]?g|[µμm]s|sec|min|h|hrs?|km/h|mph|kph|kn|[mcd]?[lL]|[kMG]?Hz|[kMGT]?Wh?|[mk]?V|mA|mAh|kJ|kcal|[kMh]?Pa|mbar|bar|dB|rpm|fps|dpi|px|pt|rem|em|ft|lbs?|oz|ha|Mbps|Gbps|tokens/s|ppm|кг|км|см|мм|мин|ч|р|γρ|χλμ|كم|كغ";
const attached =
	"st|nd|rd|th|er|e|è|º|ª|o|a|k|K|M|B|G|T|s|d|w|y|x|X|D|V|A|C|F|m|u|L|n|f|am|pm|AM|PM|vw|vh|ch|deg|bp|nd|ste|de|ème|eme|ième|i|го|й|я|е|ой|ых|х|م|ص";
const han =
	"年|月|日|时|時|分|秒|点|點|号|號|元|円|圓|块|万|萬|億|亿|兆|千|百|人|名|个|個|件|回|次|歳|岁|度|倍|階|层|本|枚|章|節|节|頁|页|条|條|世紀|世纪|年代|年間|时间|時間|分間|秒間|か月|ヶ月|カ月|週間|日間|パーセント|キロ|メートル|グラム|リットル|公里|米|公斤|美元|ドル|ユーロ|社|台|点|位|番|つ";
const unit = `(?:${money}|${scale}|${spaced})`;
const end = String.raw`(?![\p{L}\p{M}\p{Nd}_])`;
const perUnit = `(?:/(?:s|h|d|min|km|m|m²|kg|[lL]|month|year|day|sec|user|mo|yr))?`;

const whole = String.raw`(?:${d}{1,3}(?:[,.'’٬\u00a0\u2009\u202f]${d}{3}){1,12}(?!${d})|${d}{1,3}(?: ${d}{3}){2,8}(?!${d})|${d}{1,3} ${d}{3}(?=[ \u00a0]?(?:${unit}${end}|[€$₽£]))|${d}+)`;
const plain = String.raw`(?:${whole}(?:[.·٫]${d}+|(?<!${d},${d}{1,15}),${d}+(?!,?${d}))?|\.${d}+)`;
const quantity = String.raw`[-+−±~≈≥≤<>=]{0,2}(?:${currency} ?)?[-−]?${plain}(?:[eE][-+]?${d}{1,4})?(?:[-–—~〜/:×x*](?:${currency}?${plain})){0,4}(?:(?:[ \u00a0\u2009\u202f]?(?:${scale})\.?${end})?[ \u00a0\u2009\u202f]?(?:${currency}|${unit}${perUnit}${end})|(?:${attached})${end}|(?: ?(?:${han}))+(?:${d}{1,4}(?:${han})+){0,6})?`;

const time = String.raw`${d}{1,2}:${d}{2}(?::${d}{2}(?:[.,]${d}{1,9})?)?(?: ?(?:[AaPp]\.[Mm]\.|(?:[AaPp][Mm])${end}))?(?: ?(?:Z|UTC|GMT|CET|CEST|EST|EDT|PST|PDT)${end}| ?[+-]${d}{2}:?${d}{2}(?!${d}))?`;
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
	quantity,
].map((form) => new RegExp(form, "uy"));

const syslog = /(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\d{1,2} \d{2}:\d{2}:\d{2}/uy;

/** Marks that hold an identifier together, so that what follows one is not a number of its own. */
const joiners = "-./:\\_@&+=~'’#";

/** The end of the number that begins at `start`, or 0. */
export function numberEnd(text: string, start: number): number {
	for (const form of forms) {
		form.lastIndex = start;
		const match = form.exec(text);
		if (match && standsAlone(text, start + match[0].length)) return start + match[0].length;
	}
	return 0;
}

/** The end of a month-name timestamp (`May  3 10:11:12`) that begins at `start`, or 0. */
export function syslogEnd(text: string, start: number): number {
	syslog.lastIndex = start;
	return syslog.test(text) ? syslog.lastIndex : 0;
}

/** False where a longer word begins with the number: `10-year`, `3rd-party`, `2024_backup`. */
function standsAlone(text: string, at: number): boolean {
	if (at >= text.length) return true;
	if (isAlnum(classAt(text, at)) || classAt(text, at) === charClass.extend) return false;
	if (!joiners.includes(text.charAt(at)) || at + 1 >= text.length) return true;
	return !isAlnum(classAt(text, at + 1));
}
