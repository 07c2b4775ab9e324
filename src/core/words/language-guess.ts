// Which languages of the Latin script a stretch of text may be in, by function words that the others
// hardly use (drawn from word frequencies). Negations with false friends are decided by it.
import { type LatinLanguage, latinNegations } from "./negation-words.ts";

const functionWords: Record<LatinLanguage, string> = {
	en: "the and of for that you it with this be have at he not but from my or your all his they if one can about up out what has when more were who their there which been would is are was will should must do does to in",
	de: "der und ich ist nicht zu von mit ein auf für im sie eine sich auch dass bei aber aus hat sind nach noch wir wenn oder wird einen haben einer zum kann über dann einem schon habe mehr mir sein zur durch das",
	es: "el y los las más pero sus cuando yo fue muy también eso tiene qué así años puede hasta hacer ahora esto hace donde tiempo ese mismo después están esa estoy otro del una",
	fr: "et à les est d pas une pour dans qui sur qu par plus avec vous ça elle sont tout nous comme être ils cette aux même ont était été mon ses aussi peut leur ces quand après suis très du des le",
	it: "che non per è della sono come più dei nel anche gli delle questo ad dal essere nella cui stato tutti ed questa fatto loro perché anni sia fare così dalla degli dopo quello ancora molto il di",
	pt: "em é não uma com os eu foi ao você seu tem são ele muito isso também pelo ela pela até mesmo pode tudo ainda fazer minha quem agora seus assim depois onde estão esse essa do da",
	nl: "van het een op ik dat voor met niet zijn maar aan hij ook door naar uit bij wat heeft deze hebben meer zo geen mijn wel wordt worden haar kunnen veel moet hoe waar werd onze de",
	pl: "w nie się jest że dla tym czy przez tego są już mnie może bo oraz bardzo będzie być jego sobie jeśli też jeszcze był które jej kiedy który teraz więc gdy gdzie tej żeby jednak lub na",
	ro: "în și să din pe cu că care pentru fost ca sunt fi dacă după ar poate prin cum când despre iar mult mare trebuie cele foarte fie ei dintre până într pot toate așa acest este",
	cs: "v že jsem pro k už jsou když mě nebo byl bude jsme které jeho který až bylo než ještě byla být také při toho kde která před protože podle pokud tom něco tím další teď mezi na",
	sv: "är det att och jag på inte som för med har av så till ett vi ska när från här mig eller då hur kommer vill sig vara där får finns skulle ut min dig hade ju lite mycket upp en",
	tr: "bir bu için çok ile daha gibi olarak kadar olan ama sonra ki iyi yeni zaman iki ise oldu bile nasıl şey böyle tüm önce artık göre mı ve de da",
	vi: "là và có của được một các trong cho người này với ở đã thể để như những đến khi làm sẽ từ ra họ tại về vào đó cũng thành lại sự tôi bị phải",
	id: "yang ini dari untuk dengan itu bisa aku ada akan adalah dalam pada kita ke juga anda saya kamu lebih apa sudah mereka karena atau menjadi jadi harus seperti oleh banyak jika telah dan",
};

/** Words that several languages share, asked only where the others say nothing. */
const sharedWords: Partial<Record<LatinLanguage, string>> = {
	en: "a i no on as by do",
	de: "die in es den dem so des nur",
	es: "de la que en un por con se lo es al le su no para",
	fr: "de la que en un ce se on je il au ne si son sa c'est",
	it: "la un a in si lo le i al ma se con una ti",
	pt: "de a o que e um no na se por para te",
	nl: "de en is te ze we of in",
	pl: "i z do to o a za po tak",
	ro: "de la a o e un nu se",
	cs: "a se je to s z i o ve do",
	sv: "i den de man ni nu",
	tr: "ne mi o kim",
	vi: "cho anh em",
	id: "di ke ya",
};

export const latinLanguages = Object.keys(latinNegations) as LatinLanguage[];

/** Bit of a language in the masks. */
export function languageBit(language: LatinLanguage): number {
	return 1 << latinLanguages.indexOf(language);
}

const functionWordMask = maskOf(functionWords);
const sharedMask = maskOf(sharedWords);

function maskOf(lists: Partial<Record<LatinLanguage, string>>): Map<string, number> {
	const masks = new Map<string, number>();
	for (const language of latinLanguages) {
		for (const word of (lists[language] ?? "").split(" ")) {
			masks.set(word, (masks.get(word) ?? 0) | languageBit(language));
		}
	}
	return masks;
}

/** Longest key of the function words. */
const longest = 8;
/** Fewer function words than this say nothing; of shared words, so few that are all of one language. */
const leastEvidence = 3;
const leastShared = 2;
/** A language with this share of the best one's function words may be meant too. */
const plausibleShare = 0.5;

/** Function words seen so far, a count per language of {@link latinLanguages}. */
export type Evidence = Uint32Array;

export function newEvidence(): Evidence {
	return new Uint32Array(latinLanguages.length);
}

/** The languages of which a folded word is a function word, as bits. */
export function evidenceOf(word: string): number {
	return word.length > longest ? 0 : (functionWordMask.get(word) ?? 0);
}

/** The languages that share a folded word, as bits; function words are among them. */
export function sharedEvidenceOf(word: string): number {
	return word.length > longest ? 0 : (sharedMask.get(word) ?? 0) | evidenceOf(word);
}

/** Counts a word that {@link evidenceOf} speaks for these languages. */
export function addEvidence(evidence: Evidence, languages: number): void {
	for (let at = 0, rest = languages; rest !== 0; at++, rest >>>= 1)
		if (rest & 1) evidence[at] = (evidence[at] ?? 0) + 1;
}

/** The languages that the evidence allows, as bits; 0 if there is too little of it. */
export function plausibleLanguages(evidence: Evidence): number {
	return atLeast(evidence, leastEvidence, plausibleShare);
}

/** The languages that most of the shared words belong to, as bits; 0 if there are too few. */
export function likeliestLanguages(evidence: Evidence): number {
	return atLeast(evidence, leastShared, 1);
}

function atLeast(evidence: Evidence, least: number, share: number): number {
	const best = Math.max(...evidence);
	if (best < least) return 0;
	let mask = 0;
	evidence.forEach((count, at) => {
		if (count >= best * share) mask |= 1 << at;
	});
	return mask;
}
