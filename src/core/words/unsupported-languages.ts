// Whether a text in Latin letters is in a language that the model does not read: its frequent words tell, where those
// of every language that it reads are rarer.
import { latinLanguages, sharedEvidenceOf } from "./language-guess.ts";
import { fold, negatingLanguages } from "./negation-lookup.ts";

/**
 * Frequent words of languages with Latin letters beside those of language-guess.ts, neighbours of these first. The keys
 * are ISO 639-1 codes, of languages that share their frequent words more than one.
 */
const frequentWords: Readonly<Record<string, string>> = {
	da: "og i at det er en til på som med for den de der af ikke har jeg var et han kan vil fra men om så vi skal også efter ved være blev eller nu mange hvor kun havde hun sig dette når blive deres meget noget hvad ud under dig din mig sin kunne skulle ville bliver",
	"no nb nn":
		"og i å det er en til på som med for den de av ikke har jeg var et han kan vil fra men om så vi skal også etter ved være ble eller nå mange hvor bare hadde hun seg dette når bli deres mye noe hva ut under deg din meg sin kunne skulle ville blir eit ikkje frå vere ein eg noko",
	fi: "ja on ei se että hän oli en ole mutta kun niin joka tai minä mitä myös kuin vain jos nyt ovat sen hänen tämä sitä jo siitä vielä mukaan olla voi ne sinä minun ei hyvin koska sitten kanssa jälkeen kaikki tämän olen eivät ollut enemmän",
	et: "ja on ei see et ta ma kui oli aga ka siis mis või nii kes oma ning seda veel kuid kas välja nad olen saab juba pärast kõik väga olid selle mida mind oleks sest üks peab ainult sellest ilma neid need sest kõige tuleb peale kuidas saavad",
	hu: "a az és hogy nem is egy van de ez meg volt csak ha már mint még vagy azt ki el mert ezt kell után lesz amely én te ő mi nagyon minden akkor fel nincs lehet pedig azonban így úgy sem aki ahol",
	sl: "je in v na se da za ki so ne pa z bi s po sem kot tudi ali še kako si od iz ni pri če do samo bo bil bila bilo biti lahko kaj ko ker tako že tem to ga jih njegov zelo ima smo ampak",
	"hr bs sr sh":
		"je i u na se da za su ne što od sam s kao o to iz bi ili po koji ali nije će samo bio bila bilo biti ako koja koje kako već može smo ima sve još kada nego prema nakon treba zbog njegov vrlo gdje bez jer mogu ih kako dok te sve samo bilo nikada",
	sk: "je a v na sa že to s z sú do o ako si aj ale pre nie by som po k či už od tak čo ktorý ktoré ktorá len pri bol bola bolo byť iba ešte keď alebo môže pretože podľa má sme jeho veľmi však kde",
	lt: "ir yra į kad iš su tai ne o bet ar kaip už buvo jis apie nuo po tik dar jau kai bus savo taip labai yra mes jie gali arba kuris kuri prie per pat būti ji jei tačiau todėl reikia",
	lv: "un ir uz no ar ka par to tas bet kas nav es vai tikai viņš arī kā pie bija lai pēc tā jau tad ja ļoti būs var šis savu mēs vēl bez kad gan jo vairāk būt tam viņa tiek",
	ca: "de la i el que a en les els per un amb una del no es és al va són més com aquest aquesta seu seva ha han també però si dels sobre fins entre quan tot molt ser estat fer hi ho què pot tenir o meu perquè",
	is: "og að í á er það sem ekki til um við var en með af hann ég fyrir þetta þú eru hafa þá svo frá hefur hún eða þegar upp eins vera líka ef þeir sér hér bara verið mjög þess",
	sq: "të e në dhe për me që një është i nga si nuk më do ka u por edhe ishte kjo ky janë kur mund se tij jo ose duhet kam ke pas saj deri shumë vetëm këtë ai",
	sw: "na ya wa kwa ni katika la za kuwa cha hii huu yake wake hiyo huo au lakini kama si watu pia ili hivyo baada zaidi bila tu mtu kila yao wao hata sana ambayo ambao",
	"tl fil":
		"ang ng sa na mga ay ko at mo ito hindi siya para ka ako may si kung niya ni lang ba nang pa kanyang mula kay rin o din dahil isang pero wala ikaw natin kami sila lahat",
	af: "die en van in is nie het dat te vir met op sy wat hy was aan as om na ek ons nog sal my kan word uit deur hulle maar by jou jy baie ook so moet ʼn wees daar",
	eu: "eta da ez du bat ere dira zen zuen izan baina hau edo duen dute dela bere egin den beste egiten hori zer izango oso bezala gero ditu behar baino nola guztiak",
	cy: "y yn a i o ar yr mae am ei wedi gan ac oedd eu bod ond hyn fel neu nid cael sydd un roedd ni yw hefyd mewn os fod pan gyda chi dim hwn ddim eich",
	ga: "an agus na ar is a i le go ag tá do sé ní bhí ach sin nach mar bhfuil sí seo nó siad leis chun féin gur raibh aon iad air faoi ann gach",
	az: "və bu bir ilə üçün da də ki olan kimi o sonra daha ən çox var hər deyil onun idi etdi üzrə olaraq görə isə amma mən biz onlar qədər yoxdur edir nə",
	uz: "va bu bir bilan uchun ham edi deb bo'lgan emas lekin shu har keyin u kerak yoki men bo'lib ega qilish haqida juda bor yo'q ning eng agar",
};

/** The codes of each language, in the order in which they are counted. */
const languages = [...latinLanguages, ...Object.keys(frequentWords)].map((codes) => codes.split(" "));
const places = new Map<string, number[]>();
for (const [at, words] of Object.values(frequentWords).entries())
	for (const word of new Set(words.split(" "))) {
		const known = places.get(word) ?? [];
		known.push(latinLanguages.length + at);
		places.set(word, known);
	}

const wordForm = /[\p{L}\p{M}'’ʼ]+/gu;
/** Words looked at; fewer than the least tell nothing. */
const mostWords = 4000;
const leastWords = 6;
/** So many more of its words must be frequent in the one language than in any that is read. */
const leastLead = 1.25;
/**
 * The share of a text's words that are frequent ones of the language, and how many different words of these are frequent
 * in no language that is read: a short text has few of them, a technical one a small share. Of 14,176 texts in the
 * training corpus' 25 languages none is taken for another, of the 8,822 English ones one that quotes French; of those in
 * the 13 others with Latin letters 72 to 100 % are told from English.
 */
const evidence = [
	{ share: 0.25, own: 2 },
	{ share: 0.1, own: 4 },
];

/**
 * The ISO 639-1 code of the language that a text in Latin letters is in, if the model does not read it, or null: in
 * doubt null, so that no language that it reads is taken for another.
 *
 * @param readCodes the languages that the model reads
 *
 * @example
 * unsupportedLanguage("Det er ikke muligt at åbne døren, før den røde lampe er slukket.", ["en", "sv"]) // "da"
 */
export function unsupportedLanguage(text: string, readCodes: readonly string[]): string | null {
	const isRead = languages.map((codes) => codes.some((code) => readCodes.includes(code)));
	if (!isRead.includes(false)) return null;
	const counts = new Uint32Array(languages.length);
	const own = languages.map(() => new Set<string>());
	let seen = 0;
	for (const [spelled] of text.matchAll(wordForm)) {
		// Single letters are names of variables, too.
		if (spelled.length === 1) continue;
		if (++seen > mostWords) break;
		const word = fold(spelled);
		const those = languagesOf(word);
		const isOwn = !those.some((at) => isRead[at]);
		for (const at of those) {
			counts[at] = (counts[at] ?? 0) + 1;
			if (isOwn) own[at]?.add(word);
		}
	}
	const most = (read: boolean) => Math.max(0, ...counts.filter((_, at) => isRead[at] === read));
	const best = most(false);
	if (seen < leastWords || best === 0 || best < most(true) * leastLead) return null;
	const at = counts.findIndex((count, language) => count === best && !isRead[language]);
	const ownWords = own[at]?.size ?? 0;
	const isClear = evidence.some((least) => best >= seen * least.share && ownWords >= least.own);
	return isClear ? (languages[at]?.[0] ?? null) : null;
}

/** Places in {@link languages} of those in which a folded word is frequent, or a negation. */
function languagesOf(word: string): readonly number[] {
	const others = places.get(word);
	let mask = sharedEvidenceOf(word) | negatingLanguages(word);
	if (mask === 0) return others ?? [];
	const found = others ? [...others] : [];
	for (let at = 0; mask !== 0; at++, mask >>>= 1) if (mask & 1) found.push(at);
	return found;
}
