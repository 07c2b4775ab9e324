// The negations and restrictions of the supported languages: data alone, looked up by negations.ts.
// Lower case; "x*" is any word that begins with x, "*x" any that ends with it. Greek without accents,
// Arabic and Persian without vowel signs and with a bare alef, as the look-up folds them.

/** Languages written in Latin letters share spellings: which lists count depends on the text around. */
export const latinNegations = {
	en: "no not never none nobody nothing neither nor nowhere without except excepting excluding outside unless only solely exclusively cannot can't cant dont doesnt didnt isnt arent wasnt werent wont shouldnt wouldnt couldnt hasnt havent hadnt mustnt ain't aint n't *n't hardly barely scarcely avoid avoids avoiding avoided forbid forbids forbidden prohibit prohibits prohibited disallow disallowed disallows non lest nope refrain",
	de: "nicht nichts kein keine keinen keinem keiner keines keinerlei keinesfalls keineswegs keins nie niemals niemand niemanden niemandem nirgends nirgendwo ohne nur außer ausser ausgenommen außerhalb ausserhalb ausschließlich ausschliesslich lediglich bloß bloss weder verboten untersagt nein vermeide vermeiden vermeidet",
	es: "no nunca jamás nada nadie ningún ninguno ninguna ningunos ningunas ni sin salvo excepto solo sólo solamente únicamente tampoco prohibido prohibida exclusivamente evita evite evitar",
	fr: "ne n' pas jamais rien aucun aucune aucuns aucunes sans sauf hors ni non nul nulle nullement guère hormis excepté seulement uniquement exclusivement interdit interdite n'* évitez évite éviter personne",
	it: "no non mai niente nulla nessuno nessuna nessun né senza solo soltanto solamente unicamente esclusivamente tranne eccetto salvo neanche nemmeno neppure vietato vietata evita evitare evitate",
	pt: "não nunca jamais nada ninguém nenhum nenhuma nenhuns nenhumas nem sem só somente apenas exceto salvo tampouco proibido proibida exclusivamente unicamente evite evitar",
	nl: "niet niets geen nooit niemand nergens noch zonder alleen slechts enkel uitsluitend behalve tenzij nimmer verboden nee vermijd",
	pl: "nie nigdy nic nikt nikogo nikomu niczego niczym żaden żadna żadne żadnego żadnej żadnych żadnym żadną ani bez tylko wyłącznie jedynie oprócz wyjątkiem zakaz zabronione zabroniony zabrania unikaj nigdzie nieprzekraczalny",
	ro: "nu n-* nu-* niciodată nimic nimeni niciun nicio nici fără doar numai excepția exceptând interzis interzisă exclusiv evitați evită",
	cs: "ne nikdy nic nikdo nikoho nikomu žádný žádná žádné žádného žádnou žádných žádnému ani bez beze jen pouze jenom kromě výjimkou vyjma není nejsou nejsem nejsme nebyl nebyla nebylo nebyly nebude nebudou nebudeme nesmí nesmíte nesmíš nesmějí nelze nemůže nemůžete nemůžeme nemohou nemá nemají nemáme nemusí nemusíte nechce zakázáno výhradně nikde",
	sv: "inte ej icke aldrig ingen inget inga ingenting ingenstans varken utan utom endast bara enbart förutom förbjudet förbjuden nej uteslutande undvik",
	tr: "değil değildir değilse değildi hayır hiç hiçbir hiçbiri asla yok yoktur yoksa yalnız yalnızca sadece hariç dışında olmaksızın yasak yasaktır sakın kimse olmaz olmayan olmadan olmadı olmamalı olmamalıdır olamaz etme etmeyin etmeyiniz etmez etmemek etmemeli etmemelidir etmeden etmiyor etmiyoruz etmedi etmedik edilmez edilmemeli edilmemelidir edilmedi edilmemiş edilmeden edemez edilemez yapma yapmayın yapmayınız yapmaz yapmamalı yapılmaz yapılmamalı yapılamaz yapamaz",
	vi: "không chẳng chả chưa đừng chớ cấm trừ chỉ hề",
	id: "tidak tak bukan jangan tanpa belum tiada kecuali hanya cuma sekadar dilarang tidaklah bukanlah bukannya jangankan janganlah hanyalah hindari",
} as const;

/** A language of {@link latinNegations}. */
export type LatinLanguage = keyof typeof latinNegations;

/** Languages of other scripts: their words are their own, every list always counts. */
export const otherNegations = {
	ru: "не ни нет нету никогда никто никого никому никем ничто ничего ничем никакой никакая никакие никаких никакого никаким нигде никак без только лишь кроме исключением исключая нельзя запрещено запрещается запрещён запрещена запрещены отнюдь исключительно избегайте",
	uk: "ні немає нема ніколи ніхто нікого нікому ніщо нічого ніде ніяк ніякий ніяка ніяке ніякі ніяких ніякого жоден жодна жодне жодного жодної жодних жодному лише тільки крім окрім винятком заборонено забороняється неможна виключно уникайте",
	el: "δεν δε μην μη οχι ποτε κανενας καμια κανενα κανεις κανεναν καμιας τιποτα τιποτε ουτε χωρις διχως μονο μοναχα μονον εκτος πλην απαγορευεται απαγορευονται ουδεποτε ουδεις αποκλειστικα αποφυγετε",
	ar: "لا لم لن ليس ليست ليسوا لست لسنا غير بدون دون الا سوى فقط عدا باستثناء ممنوع يمنع يحظر محظور ابدا قط عدم بلا انما يجوز",
	he: "לא אין אינו אינה אינם אינן איני בלי ללא מבלי רק אסור אלא למעט מלבד מעולם שום בלעדית",
	fa: "نه نیست نیستند نیستم نبود نبودند نباید نمی* هرگز هیچ هیچکس هیچ‌کس هیچ‌گاه هیچگاه بدون مگر جز بجز به‌جز فقط تنها غیر ممنوع ندارد ندارند ندارم نداشت نداشته نداریم ندارید نکنید نکن نکنند نکند نکرد نکرده نکردند نشود نشوند نشد نشده نشوید نخواهد نخواهند ندهید ندهد نزنید نتوان نتواند نداره نباشه نشه صرفا",
	hi: "नहीं नही न ना मत बिना केवल सिर्फ सिर्फ़ मात्र अलावा सिवाय सिवा वर्जित निषेध निषिद्ध मना कदापि",
	th: "ไม่* ห้าม* อย่า เท่านั้น ยกเว้น มิ มิได้ มิใช่ ไร้ ปราศจาก นอกจาก เว้น เว้นแต่ เพียง แค่ เฉพาะ งด",
	zh: "不 没 沒 没有 沒有 无 無 非 勿 请勿 請勿 切勿 未 莫 别 禁止 严禁 嚴禁 仅 僅 仅仅 僅僅 只 只有 只能 只要 只是 只会 除非 除了 除外 不要 不能 不会 不會 不可 不可以 不得 不是 不准 不许 不許 不应 不應 不该 不該 不再 不必 不用 不需 不需要 不行 不予 不足 无法 無法 无须 无需 無須 無需 从未 從未 从不 從不 从来不 绝不 絕不 决不 決不 并非 並非 并不 並不 而非 而不 尚未 未经 未經 未能 未曾 没法 不仅 不僅 不对 不想 不愿 不允许 以外 之外 毫不 毫无 绝非 不管 不在 不到 不止 也不* 也没* 也沒* 也未* 都不* 都没* 而不* 而无 既不* 是不 并不* 再不 永不 还没* 還沒* 就不* 且不* 却不*",
	ja: "禁止 不要 不可 厳禁 のみ だけ しか 以外 なし 無し 決して これだけ それだけ だめ ダメ 駄目 ぬ 一切 未 非 無",
	ko: "안 못 않* 없* 아니* 아닌* 아닙* 아닐* 못하* 못한* 못할* 못합* 말고* 말아* 말라 마세요 마십시오 마라 말 금지* 제외* 불가* 외에 외에는 이외* *지마 *지마세요 *지마라 *지말고 *지않* *만 *만을 *만이 *만으로 *밖에 오직 오로지 절대* 결코 전혀 아무도 아무것도",
} as const;
