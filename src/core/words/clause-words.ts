// Words that begin a clause, in the supported languages: data alone, looked up by clauses.ts. Modest on
// purpose: where no clause is seen to begin, the clause is longer, and a negation is kept more often.

/**
 * Begin a clause wherever they stand. Only true conjunctions, of languages that put no comma before them,
 * and no word that means something else in another language (Portuguese "mais" is "more").
 */
const anywhere = [
	"but because although though whereas",
	"pero porque aunque mientras",
	"parce quoique tandis",
	"perché mentre poiché sebbene",
	"embora enquanto",
	"omdat hoewel terwijl",
	"deoarece fiindcă deși",
	"eftersom fastän medan",
	"fakat çünkü oysa",
	"nhưng bởi",
	"tetapi tapi karena meskipun walaupun sedangkan",
	"αλλά διότι επειδή ενώ",
	"لكن ولكن لأن لأنه لأنها بينما",
	"אבל אולם",
	"اما ولی زیرا",
	"लेकिन क्योंकि परन्तु मगर",
	"แต่ เพราะ เนื่องจาก",
	"但 但是 因为 因為 然而 虽然 雖然 所以",
	"しかし だが ただし なぜなら",
	"하지만 그러나 그런데 왜냐하면",
];

/** Begin a clause behind a comma, a dash or a colon; none that is a noun or article in another language. */
const afterMark = [
	"I we you he she they it there if when while since so then please which who however therefore otherwise",
	"aber weil obwohl sondern jedoch denn ich wir du er ihr wenn falls während damit bitte sonst statt",
	"yo nosotros si cuando pues así entonces sino",
	"mais je j'ai elle nous vous ils elles quand lorsque donc puis sinon",
	"però io noi se quando quindi allora altrimenti",
	"porém eu nós então senão caso",
	"maar want ik wij als wanneer dus anders",
	"ponieważ chociaż lecz gdyż jeśli gdy kiedy bo więc jednak inaczej",
	"însă noi dacă când deci altfel",
	"protože ačkoli ačkoliv však neboť pokud když takže jinak",
	"därför jag när så annars",
	"eğer ama ancak yani yoksa",
	"tôi chúng nếu khi mà nên vì",
	"namun saya kami kita jika kalau ketika maka jadi",
	"но а потому хотя однако зато поскольку я мы вы он она они если когда поэтому который которая которые иначе",
	"але бо хоча однак проте оскільки ми ви він вона вони якщо коли тому який яка які інакше",
	"όμως εγώ εμείς αν όταν γιατί άρα οπότε αλλιώς",
	"إذا عندما لذلك فإن",
	"אני אנחנו אם כאשר כי אז אך לכן אחרת",
	"اگر وقتی چون پس",
	"मैं हम अगर यदि जब तो इसलिए वरना",
	"ถ้า หาก เมื่อ ดังนั้น",
	"我 我们 我們 你 您 他 她 它 他们 他們 如果 当 當 那么 那麼 因此 而 不过 不過 请 請 否则 否則",
	"もし",
	"만약 만일 그래서 그리고",
];

export const clauseOpeners: ReadonlySet<string> = new Set(anywhere.join(" ").split(" "));
export const clauseOpenersAfterMark: ReadonlySet<string> = new Set(afterMark.join(" ").split(" "));

/** Longest entry of both lists. */
export const longestOpener = 12;

/** Japanese particles that end a clause before a comma. */
export const clauseEndings = /(?:が|ので|のに|けど|けれど|けれども|ため)$/;

/** Negations that take something out of what stands before them: behind a comma, too, they belong to its clause. */
export const exceptions: ReadonlySet<string> = new Set(
	"except excepting excluding unless außer ausser ausgenommen sauf hormis excepté salvo excepto exceto tranne eccetto behalve uitgezonderd tenzij oprócz prócz kromě vyjma utom förutom hariç kecuali selain trừ кроме исключая крім окрім εκτός إلا الا عدا ماعدا سوى باستثناء למעט מלבד חוץ مگر جز بجز सिवा सिवाय 除非 除了".split(
		" ",
	),
);
