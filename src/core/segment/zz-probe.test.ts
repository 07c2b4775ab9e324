import { test } from "vitest";
import { segmentsOf, wordsWithReason } from "../analysis.fixture.ts";
const list = `１２．５％|－５℃|１，２００円|￥１，２００|１０：３０|２０２６／１１／３０|５－１０％|1，200元|3．5倍|20%以上|20%|５人以下|5人以下|5 Tsd.|5 k€|5 lakh|5 crore|5 hundred|5 dozen|€2bn|£3m|$1.5B|R$ 1.200,00|US$ 5|A$5|HK$ 5|C$1,200|NT$1,200|Rs 500|5 kr|5¢|30. 11. 2026|午後3時15分|下午3点|오후 3시|2 h 30 min|1h 30m|−5 to −2 °C|10 am to 5 pm|5 ft 10 in|1 1/2|1⁄2|10^-3|1.5×10⁻³|±3σ|minus 5 degrees|5 Ω|64 bit|5 bps|up to 5|at most 5 days|moins de 5|au plus 5|max. 5|under 5|up to 5 %|no more than 5`.split("|");
test("probe", () => {
  const bad: unknown[] = [];
  for (const item of list) for (const text of [`It is ${item} here`, `それは${item}です`]) {
    const s = segmentsOf(text, "number"), w = wordsWithReason(text, "number");
    if (w.length !== 1 || w[0] !== item) bad.push([text, s.join("|"), w.join("|")].join("   ·   "));
  }
  console.log(bad.join("\n"));
});
