// Words that begin a clause, in the supported languages: data alone, looked up by clauses.ts. Modest on
// purpose: where no clause is seen to begin, the clause is longer, and a negation is kept more often.

/** Begin a clause wherever they stand. */
const anywhere = [
	"but because although though whereas however therefore",
	"aber weil obwohl sondern jedoch",
	"pero porque aunque mientras",
	"mais parce quoique tandis",
	"perché però mentre poiché sebbene",
	"embora porém enquanto",
	"omdat hoewel terwijl",
	"ponieważ chociaż lecz gdyż",
	"deoarece fiindcă însă deși",
	"protože ačkoli ačkoliv však neboť",
	"eftersom fastän medan",
	"fakat çünkü oysa",
	"nhưng bởi",
	"tetapi tapi karena meskipun walaupun namun sedangkan",
	"но потому хотя однако зато поскольку",
	"але хоча однак проте оскільки",
	"αλλά διότι επειδή όμως ενώ",
	"لكن ولكن لأن لأنه لأنها بينما",
	"אבל אולם",
	"اما ولی زیرا",
	"लेकिन क्योंकि परन्तु मगर हालांकि",
	"แต่ เพราะ เนื่องจาก",
	"但 但是 因为 因為 然而 虽然 雖然 所以",
	"しかし だが ただし なぜなら",
	"하지만 그러나 그런데 왜냐하면",
];

/** Begin a clause behind a comma, a dash or a colon. */
const afterMark = [
	"i we you he she they it there if when while since so then please which who",
	"ich wir du er ihr wenn falls während denn damit bitte da",
	"yo nosotros si cuando pues así entonces",
	"je j'ai il elle nous vous ils elles si quand lorsque car donc puis",
	"io noi se quando ma quindi allora",
	"eu nós se quando mas pois então",
	"ik wij we als wanneer maar want dus",
	"ja my jeśli gdy kiedy ale bo więc jednak",
	"eu noi dacă când dar deci",
	"já my pokud když ale takže",
	"jag vi om när men så därför",
	"ben biz eğer ama ancak yani",
	"tôi chúng nếu khi mà nên vì",
	"saya kami kita jika kalau ketika maka jadi",
	"я мы вы он она они если когда а поэтому который которая которые",
	"я ми ви він вона вони якщо коли а тому який яка які",
	"εγώ εμείς αν όταν γιατί άρα οπότε",
	"إذا عندما لذلك فإن",
	"אני אנחנו אם כאשר כי אז אך לכן",
	"من ما اگر وقتی چون پس",
	"मैं हम अगर यदि जब तो इसलिए पर",
	"ถ้า หาก เมื่อ ดังนั้น",
	"我 我们 我們 你 您 他 她 它 他们 他們 如果 当 當 那么 那麼 因此 而 不过 不過 请 請",
	"もし",
	"만약 만일 그래서 그리고",
];

export const clauseOpeners: ReadonlySet<string> = new Set(anywhere.join(" ").split(" "));
export const clauseOpenersAfterMark: ReadonlySet<string> = new Set(afterMark.join(" ").split(" "));

/** Longest entry of both lists. */
export const longestOpener = 12;

/** Japanese particles that end a clause before a comma. */
export const clauseEndings = /(?:が|ので|のに|けど|けれど|けれども|ため)$/;
