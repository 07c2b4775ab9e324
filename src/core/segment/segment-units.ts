// Units, scales and currencies that are spelled out behind a number: they are one word with it.
import { matchEnd } from "../match-at.ts";

/** Measures of time, share, length, weight, volume, data, text and money, with their plurals and cases. */
const units = [
	"second seconds minute minutes hour hours day days night nights week weeks month months quarter quarters year years decade decades percent degrees meter meters metre metres kilometer kilometers kilometre kilometres miles mile inch inches feet foot yards acres gram grams kilograms kilogram pounds pound tons tonnes ounces liter liters litre litres gallons byte bytes kilobytes megabytes gigabytes terabytes dollars dollar cents euros euro yen yuan won rupees token tokens word words character characters sentence sentences line lines page pages times",
	"sekunde sekunden minute minuten stunde stunden tag tage tagen woche wochen monat monate monaten jahr jahre jahren prozent grad meter metern kilometer kilometern gramm kilogramm tonnen liter uhr cent zeichen wörter wörtern sätze zeilen seiten",
	"segundo segundos minuto minutos hora horas día días semana semanas mes meses año años grados metro metros kilómetros gramos kilogramos toneladas litros dólares pesos palabras caracteres páginas líneas",
	"seconde secondes heure heures jour jours semaines semaine mois ans année années degrés mètre mètres kilomètres grammes kilogrammes tonnes litres mots caractères lignes",
	"secondi minuti ora ore giorno giorni settimana settimane mese mesi anno anni gradi metri chilometri grammi chilogrammi tonnellate litri dollari parole caratteri righe pagine",
	"dia dias mês ano anos graus quilômetros quilómetros gramas quilogramas reais dólares palavras páginas linhas",
	"seconden minuut uur uren dag dagen weken maand maanden jaar jaren procent graden kilo woorden tekens regels",
	"sekunda sekundy sekund minuta minuty minut godzina godziny godzin dzień dni tydzień tygodnie tygodni miesiąc miesiące miesięcy rok lata lat procent stopni metrów kilometrów gramów kilogramów litrów złotych złote groszy słów znaków stron",
	"secundă secunde minut oră zi zile săptămână săptămâni lună luni ani grade kilometri grame kilograme litri cuvinte pagini",
	"hodina hodiny hodin dny dní týden týdny týdnů měsíc měsíce měsíců roky let stupňů metrů kilometrů gramů litrů korun koruny slov znaků stran",
	"sekunder minuter timme timmar dagar vecka veckor månad månader år grader kronor ord tecken sidor",
	"saniye dakika saat gün hafta ay yıl derece metre kilometre gram kilogram litre lira kelime sayfa",
	"giây phút giờ ngày tuần tháng năm độ mét đồng trang",
	"detik menit jam hari minggu bulan tahun persen derajat rupiah kata halaman",
	"секунда секунды секунд минута минуты минут час часа часов день дня дней неделя недели недель месяц месяца месяцев год года лет процент процента процентов градус градуса градусов метр метра метров километр километра километров грамм граммов килограмм килограммов литр литра литров рубль рубля рублей доллар доллара долларов слово слова слов символов строк страниц страницы",
	"секунди хвилина хвилини хвилин година години годин дні днів тиждень тижні тижнів місяць місяці місяців рік роки років відсоток відсотки відсотків градусів метрів кілометрів грамів гривня гривні гривень слів сторінок",
	"δευτερόλεπτα δευτερόλεπτο λεπτό λεπτά ώρα ώρες ημέρα ημέρες μέρα μέρες εβδομάδα εβδομάδες μήνας μήνα μήνες έτος έτη χρόνο χρόνια βαθμούς βαθμοί μέτρα χιλιόμετρα γραμμάρια κιλά λίτρα ευρώ δολάρια λέξεις σελίδες",
	"ثانية ثوان ثواني دقيقة دقائق ساعة ساعات يوم أيام يوما يومًا أسبوع أسابيع أسبوعا شهر أشهر شهرا شهرًا شهور سنة سنوات عام أعوام عاما عامًا بالمئة بالمائة درجة متر كيلومتر جرام غرام كيلوغرام لتر دولار يورو ريال درهم جنيه كلمة صفحة",
	"שניה שנייה שניות דקה דקות שעה שעות יום ימים שבוע שבועות חודש חודשים שנה שנים אחוז אחוזים מעלות מטר מטרים קילומטר גרם ליטר שקל שקלים דולר יורו מילים עמודים",
	"ثانیه دقیقه ساعت روز هفته ماه سال درصد درجه کیلومتر گرم کیلوگرم لیتر تومان دلار یورو کلمه صفحه",
	"सेकंड मिनट घंटा घंटे घंटों दिन दिनों सप्ताह हफ्ते हफ़्ते महीना महीने महीनों साल सालों वर्ष प्रतिशत डिग्री मीटर किलोमीटर ग्राम किलोग्राम लीटर रुपये रुपए डॉलर शब्द शब्दों पृष्ठ",
];

/** Powers of ten that stand between a number and its unit. */
const scales =
	"hundred thousand million millions billion billions trillion dozen tausend millionen milliarde milliarden mille milliard milliards mil millón millones milione milioni miliardo miliardi mila milhão milhões bilhão bilhões duizend miljoen miljard tysiąc tysiące tysięcy milion miliony milionów miliard miliardów mii milioane miliarde tisíc milionů miliard tusen miljoner miljarder bin milyon milyar nghìn ngàn triệu tỷ ribu juta miliar тысяча тысячи тысяч миллион миллиона миллионов миллиард миллиарда миллиардов тисячі тисяч мільйон мільйони мільйонів мільярдів χιλιάδες εκατομμύρια δισεκατομμύρια ألف آلاف مليون ملايين مليار هزار میلیون میلیارد אלף מיליון מיליארד हज़ार हजार लाख करोड़ मिलियन";

/** Units of two words. */
const pairs =
	/(?:per cent|por ciento|pour cent|per cento|por cento|phần trăm|τοις εκατό|في المئة|في المائة|light years|square (?:meters|metres|feet|miles|kilometers)|fluid ounces|business days|working days|calendar days|US dollars?)(?![\p{L}\p{M}\p{Nd}_])/iuy;

/** Korean units, and the particles that are written together with them. */
const korean =
	/(?:퍼센트|프로|시간|개월|주일|주|초|분|시|일|월|년|원|달러|유로|미터|킬로미터|그램|킬로그램|리터|바이트|단어|글자|페이지|명|개|번|회|살|세|도)(?:까지|부터|마다|이상|이하|이내|동안|씩|[은는이가을를의도로에와과만])?(?![\p{L}\p{M}\p{Nd}_])/uy;

const unitWords: ReadonlySet<string> = new Set(units.join(" ").split(" "));
const scaleWords: ReadonlySet<string> = new Set(scales.split(" "));

const next = /[ \u00a0\u202f](\p{L}[\p{L}\p{M}]*)(?![\p{L}\p{M}\p{Nd}_'’])/uy;
/** "20 de zile", "3 millones de euros", "3 millions d’euros". */
const connector = /[ \u00a0](?:de|di)(?=[ \u00a0])|[ \u00a0]d['’](?=\p{L})/uy;
const elided = /(\p{L}[\p{L}\p{M}]*)(?![\p{L}\p{M}\p{Nd}_'’])/uy;
const symbol =
	/[ \u00a0\u202f](?:[€$£¥₹₽₩₺₴₪₫฿₿]|USD|EUR|GBP|CHF|PLN|zł|Kč|kr|lei|руб|грн)(?![\p{L}\p{Nd}])/uy;

/** Where the unit ends that is spelled out behind the number that ends at `at`, with its scale; `at` if there is none. */
export function unitEnd(text: string, at: number): number {
	const space = text.charCodeAt(at);
	if (space !== 0x20 && space !== 0xa0 && space !== 0x202f) return at;
	const scaled = wordEnd(next, scaleWords, text, at);
	const from = scaled || at;
	return oneUnitEnd(text, from) || (scaled && matchEnd(symbol, text, scaled)) || from;
}

function oneUnitEnd(text: string, at: number): number {
	const found =
		wordEnd(next, unitWords, text, at) || matchEnd(pairs, text, at + 1) || matchEnd(korean, text, at + 1);
	if (found) return found;
	const joint = matchEnd(connector, text, at);
	if (!joint) return 0;
	return wordEnd(next, unitWords, text, joint) || wordEnd(elided, unitWords, text, joint);
}

function wordEnd(form: RegExp, words: ReadonlySet<string>, text: string, at: number): number {
	form.lastIndex = at;
	const match = form.exec(text);
	return match?.[1] && words.has(match[1].toLowerCase()) ? form.lastIndex : 0;
}
