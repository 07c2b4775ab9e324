// What the base models of published LLMLingua-2 models had read before these were trained on English meetings: a text
// in one of these languages is no surprise to them, though their training said nothing of what is needed there.

/** The 104 of `bert-base-multilingual-cased`, less written variants: the largest Wikipedias (google-research/bert, multilingual.md). */
export const multilingualBertLanguages: readonly string[] = (
	"af an ar ast az azb ba bar be bg bn bpy br bs ca ce ceb cs cv cy da de el en es et eu fa fi fr fy ga gl gu he hi hr " +
	"ht hu hy id io is it ja jv ka kk kn ko ky la lb lmo lt lv mg min mk ml mn mr ms my nb nds ne new nl nn oc pa pl pms " +
	"pnb pt ro ru scn sco sh sk sl sq sr su sv sw ta te tg th tl tr tt uk ur uz vi vo war yo zh"
).split(" ");

/** The 100 of XLM-R, less written variants: CC-100 (arXiv 1911.02116, appendix A). */
export const xlmRobertaLanguages: readonly string[] = (
	"af am ar as az be bg bn br bs ca cs cy da de el en eo es et eu fa fi fr fy ga gd gl gu ha he hi hr hu hy id is it ja " +
	"jv ka kk km kn ko ku ky la lo lt lv mg mk ml mn mr ms my ne nl no om or pa pl ps pt ro ru sa sd si sk sl so sq sr su " +
	"sv sw ta te th tl tr ug uk ur uz vi xh yi zh"
).split(" ");
