// Whether a text in Latin letters is in a language that the model was not trained on: its frequent words tell, where
// those of every supported language are rarer.
import { addEvidence, newEvidence, sharedEvidenceOf } from "./language-guess.ts";
import { fold, negatingLanguages } from "./negation-lookup.ts";

/** Frequent words of languages with Latin letters that are not supported, neighbours of supported ones first. */
const frequentWords: Readonly<Record<string, string>> = {
	danish:
		"og i at det er en til på som med for den de der af ikke har jeg var et han kan vil fra men om så vi skal også efter ved være blev eller nu mange hvor kun havde hun sig dette når blive deres meget noget hvad ud under dig din mig sin kunne skulle ville bliver",
	norwegian:
		"og i å det er en til på som med for den de av ikke har jeg var et han kan vil fra men om så vi skal også etter ved være ble eller nå mange hvor bare hadde hun seg dette når bli deres mye noe hva ut under deg din meg sin kunne skulle ville blir eit ikkje frå vere ein eg noko",
	finnish:
		"ja on ei se että hän oli en ole mutta kun niin joka tai minä mitä myös kuin vain jos nyt ovat sen hänen tämä sitä jo siitä vielä mukaan olla voi ne sinä minun ei hyvin koska sitten kanssa jälkeen kaikki tämän olen eivät ollut enemmän",
	estonian:
		"ja on ei see et ta ma kui oli aga ka siis mis või nii kes oma ning seda veel kuid kas välja nad olen saab juba pärast kõik väga olid selle mida mind oleks sest üks peab ainult sellest ilma neid need sest kõige tuleb peale kuidas saavad",
	hungarian:
		"a az és hogy nem is egy van de ez meg volt csak ha már mint még vagy azt ki el mert ezt kell után lesz amely én te ő mi nagyon minden akkor fel nincs lehet pedig azonban így úgy sem aki ahol",
	slovene:
		"je in v na se da za ki so ne pa z bi s po sem kot tudi ali še kako si od iz ni pri če do samo bo bil bila bilo biti lahko kaj ko ker tako že tem to ga jih njegov zelo ima smo ampak",
	croatian:
		"je i u na se da za su ne što od sam s kao o to iz bi ili po koji ali nije će samo bio bila bilo biti ako koja koje kako već može smo ima sve još kada nego prema nakon treba zbog njegov vrlo gdje bez jer mogu ih kako dok te sve samo bilo nikada",
	slovak:
		"je a v na sa že to s z sú do o ako si aj ale pre nie by som po k či už od tak čo ktorý ktoré ktorá len pri bol bola bolo byť iba ešte keď alebo môže pretože podľa má sme jeho veľmi však kde",
	lithuanian:
		"ir yra į kad iš su tai ne o bet ar kaip už buvo jis apie nuo po tik dar jau kai bus savo taip labai yra mes jie gali arba kuris kuri prie per pat būti ji jei tačiau todėl reikia",
	latvian:
		"un ir uz no ar ka par to tas bet kas nav es vai tikai viņš arī kā pie bija lai pēc tā jau tad ja ļoti būs var šis savu mēs vēl bez kad gan jo vairāk būt tam viņa tiek",
	catalan:
		"de la i el que a en les els per un amb una del no es és al va són més com aquest aquesta seu seva ha han també però si dels sobre fins entre quan tot molt ser estat fer hi ho què pot tenir o meu perquè",
	icelandic:
		"og að í á er það sem ekki til um við var en með af hann ég fyrir þetta þú eru hafa þá svo frá hefur hún eða þegar upp eins vera líka ef þeir sér hér bara verið mjög þess",
	albanian:
		"të e në dhe për me që një është i nga si nuk më do ka u por edhe ishte kjo ky janë kur mund se tij jo ose duhet kam ke pas saj deri shumë vetëm këtë ai",
	swahili:
		"na ya wa kwa ni katika la za kuwa cha hii huu yake wake hiyo huo au lakini kama si watu pia ili hivyo baada zaidi bila tu mtu kila yao wao hata sana ambayo ambao",
	tagalog:
		"ang ng sa na mga ay ko at mo ito hindi siya para ka ako may si kung niya ni lang ba nang pa kanyang mula kay rin o din dahil isang pero wala ikaw natin kami sila lahat",
	afrikaans:
		"die en van in is nie het dat te vir met op sy wat hy was aan as om na ek ons nog sal my kan word uit deur hulle maar by jou jy baie ook so moet ʼn wees daar",
	basque:
		"eta da ez du bat ere dira zen zuen izan baina hau edo duen dute dela bere egin den beste egiten hori zer izango oso bezala gero ditu behar baino nola guztiak",
	welsh:
		"y yn a i o ar yr mae am ei wedi gan ac oedd eu bod ond hyn fel neu nid cael sydd un roedd ni yw hefyd mewn os fod pan gyda chi dim hwn ddim eich",
	irish:
		"an agus na ar is a i le go ag tá do sé ní bhí ach sin nach mar bhfuil sí seo nó siad leis chun féin gur raibh aon iad air faoi ann gach",
	azerbaijani:
		"və bu bir ilə üçün da də ki olan kimi o sonra daha ən çox var hər deyil onun idi etdi üzrə olaraq görə isə amma mən biz onlar qədər yoxdur edir nə",
	uzbek:
		"va bu bir bilan uchun ham edi deb bo'lgan emas lekin shu har keyin u kerak yoki men bo'lib ega qilish haqida juda bor yo'q ning eng agar",
};

const names = Object.keys(frequentWords);
const places = new Map<string, number[]>();
for (const [at, name] of names.entries())
	for (const word of new Set((frequentWords[name] ?? "").split(" "))) {
		const known = places.get(word) ?? [];
		known.push(at);
		places.set(word, known);
	}

const wordForm = /[\p{L}\p{M}'’ʼ]+/gu;
/** Words looked at; fewer than the least tell nothing. */
const mostWords = 4000;
const leastWords = 6;
/** Of a text's words, this share must be frequent ones of one language, and that many more than of any supported one. */
const leastShare = 0.25;
const leastLead = 1.25;
/** So many different words of them are frequent in no supported language. */
const leastOwn = 2;

/**
 * The name of the unsupported language that a text in Latin letters is in, or null: in doubt null, so that no
 * supported language is taken for another.
 *
 * @example
 * unsupportedLanguage("Det er ikke muligt at åbne døren, før den røde lampe er slukket.") // "danish"
 */
export function unsupportedLanguage(text: string): string | null {
	const counts = new Uint32Array(names.length);
	const own = names.map(() => new Set<string>());
	const supported = newEvidence();
	let seen = 0;
	for (const [spelled] of text.matchAll(wordForm)) {
		// Single letters are names of variables, too.
		if (spelled.length === 1) continue;
		if (++seen > mostWords) break;
		const word = fold(spelled);
		const shared = sharedEvidenceOf(word) | negatingLanguages(word);
		addEvidence(supported, shared);
		for (const at of places.get(word) ?? []) {
			counts[at] = (counts[at] ?? 0) + 1;
			if (shared === 0) own[at]?.add(word);
		}
	}
	const best = Math.max(...counts);
	if (seen < leastWords || best < seen * leastShare || best < Math.max(...supported) * leastLead) return null;
	const at = counts.indexOf(best);
	return (own[at]?.size ?? 0) >= leastOwn ? (names[at] ?? null) : null;
}
