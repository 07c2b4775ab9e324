// What numbers are made of, as sources of regular expressions: digits and their groups, currencies, units, times.

/** A decimal digit of any script. */
export const d = String.raw`\p{Nd}`;
export const currency = String.raw`(?:US\$|[$€£¥₹₽₩₺₴₪₫฿₿￥＄]|R\$)`;
export const scale =
	"thousand|lakhs?|crores?|Tsd|million|billion|trillion|mio|Mio|mrd|Mrd|mln|mld|Mln|Mld|bn|Bn|млн|млрд|тыс|tys";
const money =
	"USD|EUR|GBP|JPY|CNY|CHF|INR|KRW|BRL|RUB|PLN|CZK|SEK|TRY|UAH|ILS|VND|THB|BTC|ETH|zł|Kč|kr|lei|руб|грн|Euro|euros?|dollars?";
const spaced =
	"%|％|٪|‰|°[CFKRcf]?|℃|℉|[kKMGTP]i?[Bb](?:ps|it)?|bytes?|[kMG]bit|[fpnµμmcdk]?m[²³23]?|[nµμmk]?g|[µμm]s|sec|min|h|hrs?|km/h|mph|kph|kn|[mcd]?[lL]|[kMG]?Hz|[kMGT]?Wh?|[mk]?V|mA|mAh|kJ|kcal|[kMh]?Pa|mbar|bar|dB|rpm|fps|dpi|px|pt|rem|em|ft|lbs?|oz|ha|Mbps|Gbps|tokens/s|ppm|bits?|[kMGT]?bps|[kmMGµμ]?[ΩΩ]|[kKMmTB](?:€|£|\\$)|¢|a\\.m\\.|p\\.m\\.|am|pm|AM|PM|A\\.M\\.|P\\.M\\.|кг|км|см|мм|мин|ч|р|γρ|χλμ|كم|كغ|كجم|سم|مم|كلم";
export const attached =
	"st|nd|rd|th|er|σ|e|è|º|ª|o|a|k|K|M|B|G|T|s|d|w|y|x|X|D|V|A|C|F|m|u|L|n|f|am|pm|AM|PM|vw|vh|ch|deg|bp|nd|ste|de|ème|eme|ième|i|го|й|я|е|ой|ых|х|م|ص";
export const han =
	"分钟|分鐘|秒钟|秒鐘|小时|小時|个月|個月|星期|天|周|週|千克|毫米|厘米|千米|英里|欧元|歐元|日元|人民币|人民幣|字|句|行|文字|単語|ページ|割|ヵ月|か所|カ所|ヶ所|วินาที|นาที|ชั่วโมง|วัน|สัปดาห์|เดือน|ปี|เปอร์เซ็นต์|องศา|กิโลเมตร|เมตร|กิโลกรัม|กรัม|ลิตร|บาท|ดอลลาร์|คำ|หน้า|คน|ครั้ง|年|月|日|时|時|分|秒|点|點|号|號|元|円|圓|块|万|萬|億|亿|兆|千|百|人|名|个|個|件|回|次|歳|岁|度|倍|階|层|本|枚|章|節|节|頁|页|条|條|世紀|世纪|年代|年間|时间|時間|分間|秒間|か月|ヶ月|カ月|週間|日間|パーセント|キロ|メートル|グラム|リットル|公里|米|公斤|美元|ドル|ユーロ|社|台|点|位|番|つ";
export const unit = `(?:${money}|${scale}|${spaced})`;
/** No word goes on here; scripts that put no space between words may follow a unit. */
export const end = String.raw`(?![\p{M}\p{Nd}_]|(?![\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}])\p{L})`;
export const perUnit = `(?:/(?:s|h|d|min|km|m|m²|kg|[lL]|month|year|day|sec|user|mo|yr))?`;

/** Groups of three digits behind one to three, by marks or spaces; Indian groups of two before the last three. */
const whole = String.raw`(?:${d}{1,3}(?:[,.'’٬\u00a0\u2009\u202f]${d}{3}){1,12}(?!${d})|[1-9]${d}{0,2}(?: ${d}{3}){1,8}(?!${d})|${d}{1,2}(?:,${d}{2}){1,6},${d}{3}(?!${d})|${d}+)`;
/** A number without sign and unit. */
export const plain = String.raw`(?:${whole}(?:[.·٫]${d}+|(?<!${d},${d}{1,15}),${d}+(?!,?${d}))?|\.${d}+)`;
/** A time of day with its zone. */
export const time = String.raw`${d}{1,2}:${d}{2}(?::${d}{2}(?:[.,]${d}{1,9})?)?(?: ?(?:[AaPp]\.[Mm]\.|(?:[AaPp][Mm])${end}))?(?: ?(?:Z|UTC|GMT|CET|CEST|EST|EDT|PST|PDT|MSK|IST|JST|KST|Uhr|uur)${end}| ?[+-]${d}{2}:?${d}{2}(?!${d}))?`;
/** The words between the two sides of a range. */
export const between = "(?:to|bis|à|a|al|až|do|tot|till|ile|đến|hingga|до|έως|إلى|עד|تا|से|–|—)";
