import type { Event } from './facts.ts';

interface Claim {
  /** Any of these, said by a tool in this session, makes it true; none: no tool ever does. */
  readonly needs: readonly Event[];
  /** Of a normalised text. */
  readonly pattern: RegExp;
  /** It is one also where it is asked or made to depend on something. */
  readonly always?: true;
  /** Says itself that something is not so. */
  readonly denies?: true;
}

const words = (...alternatives: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}-])(?:${alternatives.join('|')})(?![\\p{L}\\p{M}])`, 'u');

/** `is`, `has been`, `have`, and what may stand between them and what was done. */
const done =
  "(?:is|are|was|were|been|be|gets?|got|'s|'re|'ve|have|has|now|just)(?: (?:now|already|all|just|been|safely))*";

/** What can be false without a figure, in the four languages. */
export const claims: readonly Claim[] = [
  {
    needs: ['free'],
    always: true,
    pattern: words(
      '(?<!feel )(?<!are you )free(?! (?:to|size|sizes|time|hand|fit)(?![a-z]))',
      'complimentary|on the house|no (?:extra )?charge|without charge|at no cost|costs? nothing|for nothing',
      'gratis|gratuit[oa]s?|sin cargo|sin coste?o?|de regalo',
      'मुफ्त|फ्री|निःशुल्क|बिना शुल्क|free mein|muft',
      'مجانا?|مجانيه?|بلا مقابل|بدون مقابل|هديه مجانيه',
    ),
  },
  {
    needs: [],
    always: true,
    pattern: words(
      'buy (?:one|1|two|2),? get|bogo|(?:two|2|three|3) for (?:one|1|two|2)|half(?: the)? price|half[- ]off(?! ?-?shoulder)|1⁄[2-4] (?:off|price)|price is halved|double points',
      'dos por uno|(?:2|3)\\s?x\\s?(?:1|2)|mitad de(?:l)? precio|a mitad de precio|a mitad',
      'आधे दाम|आधी कीमत|आधे रेट|एक (?:पर|के साथ) एक|adhe daam|aadhe daam',
      'نصف السعر|بنصف السعر|بنصف الثمن|نصف الثمن|اشتر واحده? واحصل',
    ),
  },
  {
    needs: [],
    always: true,
    pattern: words(
      "(?:that|this|it)(?:'s| is) (?:the|your|what) (?:price|it costs|you pay)|(?:agreed|special) price|price you (?:said|named|asked for|offered)|it(?:'s| is) a deal|as agreed",
      'precio (?:acordado|especial)|ese es el precio|trato hecho',
      'तय (?:कीमत|दाम)|यही (?:कीमत|दाम) है|आपकी (?:कही )?कीमत',
      'السعر المتفق عليه|هذا هو السعر|سعر خاص',
    ),
  },
  {
    needs: ['gone'],
    denies: true,
    pattern: words(
      "out of stock|sold out|(?:not|n't|no longer|isn't|aren't) (?:\\w+ )?(?:in stock|available|here(?! in that))|unavailable|none (?:is |are )?left|nothing left",
      'agotad[oa]s?|sin existencias|no (?:esta|estan|hay|queda|quedan)(?: \\w+)? (?:disponibles?|en stock|existencias)|no disponible|no queda(?:n)?(?: ninguna?)?',
      'स्टॉक में नहीं|उपलब्ध नहीं|खत्म हो (?:गया|गई|गए|चुका)|बिक चुक[ाी]|यहां नहीं है',
      'غير متوفره?|غير متاحه?|نفدت?|نفذت?|نفد من المخزون|ليس متوفرا',
    ),
  },
  {
    needs: ['here'],
    pattern: words(
      "(?<!not )(?<!n't )(?<!out of )(?<!no longer )(?<!are )in stock(?! (?:here )?(?:are|is)(?![a-z]))|(?:is|are|'s) (?:available|here in|on our (?:floor|shelves))|we have (?:it|them|plenty)|plenty left|available (?:here|now|in)",
      '(?<!no )(?:esta|estan|lo tenemos|la tenemos)(?: \\w+)? (?:disponibles?|en stock|en existencia)|hay existencias',
      'स्टॉक में (?:है|हैं)|(?<!नहीं )उपलब्ध (?:है|हैं)|यहां मिल जाएग[ाी]',
      '(?<!غير )متوفره? (?:هنا|الان|لدينا|في|ب)|متوفر(?=[ .!]*$)',
    ),
  },
  {
    needs: ['held'],
    pattern: words(
      `${done} (?:reserved|held|on hold|booked|set aside|put aside|kept)`,
      "i(?: have|'ve)? (?:reserved|held|booked|set (?:it|them|one) aside|put (?:it|them|one) aside)|reserved for you|waiting for you in",
      '(?:esta|estan|queda|quedan|ha sido|he|hemos|ya) (?:\\w+ )?(?:reservad[oa]s?|apartad[oa]s?)|reservad[oa] para ti|te espera en',
      '(?:रिजर्व|आरक्षित|होल्ड|बुक|अलग रख)(?: कर)? ?(?:है|हैं|हो गय[ाी]|हो गई|कर दिय[ाी]|कर दी|दिया है|दी है|किया है|रखा है|रखी है)',
      '(?:تم|قد) (?:حجز|احجز)\\p{L}*|محجوزه? لك|حجزت(?:ه|ها)? لك|حجزته|حجزتها|بانتظارك في',
    ),
  },
  {
    needs: ['paid'],
    pattern: words(
      `${done} paid|payment (?:\\w+ )?(?:received|successful|complete|completed|confirmed|went through)|you(?:'ve| have) (?:already )?paid|paid(?=[,.!]|$)|thank you for (?:your payment|paying)`,
      '(?:esta|ya esta|ha sido|has|ya has) pagad[oa]s?|has pagado|pago (?:\\w+ )?(?:recibido|completado|confirmado|realizado)|pagado(?=[,.!]|$)',
      'भुगतान (?:हो (?:गया|चुका)|मिल गया|पूरा|सफल)|पेमेंट (?:हो (?:गया|गई)|मिल|पूरा|सफल)|पैसे मिल गए',
      '(?:تم|اكتمل|نجح) (?:الدفع|دفع|السداد)|تمت عمليه الدفع|استلمنا الدفع|مدفوعه?(?=[,.!]|$)',
    ),
  },
  {
    needs: ['refund'],
    pattern: words(
      `refunded|refund (?:\\w+ )?(?:issued|processed|sent|made|on its way|approved|done|complete)|(?:you(?:'ll| will)|will) (?:get|receive|be given) (?:a|your) (?:full )?refund|money (?:is )?back (?:in|to|on) your`,
      'reembolsad[oa]|reembolso (?:\\w+ )?(?:hecho|enviado|emitido|aprobado|realizado|en camino)|te (?:he|hemos) (?:reembolsado|devuelto)|recibiras (?:un|tu) reembolso',
      'रिफंड (?:हो (?:गया|चुका)|कर दिया|भेज|मिल|जारी)|पैसे वापस (?:कर|हो|मिल|भेज)',
      '(?:تم|سيتم) (?:رد|استرداد|ارجاع|اعاده) (?:المبلغ|المال|اموالك|النقود)|استرد(?:دت|ت) المبلغ|تم الاسترداد',
    ),
  },
  {
    needs: ['discount'],
    pattern: words(
      `(?:discount|offer|coupon|code|promo|voucher)(?: \\S+){0,3} (?:applied|added|activated|taken off|on your bag)|(?:applied|given you|gave you|added|took off) (?:a|an|the|your|you a) (?:\\w+ ){0,2}(?:discount|coupon|offer|voucher|promo)|you(?:'ve| have)? (?:get|got|have) (?:a|your) (?:\\w+ )?discount|on sale|reduced price|${done} applied`,
      '(?:descuento|oferta|cupon|codigo)(?: \\S+){0,3} (?:aplicad[oa]|anadid[oa]|activad[oa])|(?:aplicado|anadido|dado) (?:un|el|tu) (?:\\w+ )?(?:descuento|cupon)|rebajad[oa]s?|de oferta|en rebajas',
      '(?:छूट|ऑफर|कूपन|डिस्काउंट|कोड)(?: \\S+){0,3} (?:लग (?:गया|गई|चुका)|लगा (?:दिया|दी)|मिल (?:गया|गई)|जोड दिया)|सेल (?:में|पर) है',
      '(?:تم|طبقت|اضفت) (?:تطبيق |اضافه )?(?:ال)?(?:خصم|عرض|قسيمه|كود|تخفيض)|حصلت علي خصم|مخفضه?|عليه خصم',
    ),
  },
  {
    needs: ['bag'],
    pattern: words(
      `(?:${done}|i(?: have|'ve)?) (?:added|put) (?:\\S+ ){0,4}(?:to|in|into) your (?:bag|cart|basket)|(?:is|are|'s|'re)(?: now| already)? in your (?:bag|cart|basket)`,
      '(?:he|ha sido|lo he|la he|hemos) (?:anadido|agregado|puesto)|ya esta en tu (?:bolsa|carrito|cesta)',
      '(?:बैग|कार्ट|थैले) में (?:डाल|जोड|रख) (?:दिया|दी|दिए)',
      '(?:اضفت|اضفته|اضفتها|تمت اضافه|تم اضافه|وضعت)(?: \\S+){0,5} (?:الي|في) (?:حقيبتك|السله|سلتك)',
    ),
  },
  {
    needs: ['order'],
    pattern: words(
      `order(?: \\S+)? ${done} (?:placed|confirmed|shipped|packed|delivered|on its way)|i(?: have|'ve)? (?:ordered|placed (?:the|your|an) order)`,
      'pedido(?: \\S+)? (?:esta|ha sido|fue) (?:hecho|confirmado|enviado|entregado)|(?:he|hemos) (?:hecho|realizado) (?:el|tu) pedido',
      'ऑर्डर (?:हो गया|कर दिया|भेज दिया|पक्का हो)',
      '(?:تم|تمت) (?:تاكيد|ارسال|شحن|تسليم) (?:طلبك|الطلب)|طلبت لك',
    ),
  },
  {
    needs: ['called'],
    pattern: words(
      "(?:someone|somebody|an associate|a colleague|they)(?:'s| is| are| will be) (?:coming|on (?:the|their) way|with you)|i(?:'ve| have) called",
      '(?:alguien|un dependiente|una dependienta) (?:ya )?(?:viene|esta en camino)|he llamado a',
      '(?:कोई|सहायक|कर्मचारी) आ रह[ाीे]|बुला (?:दिया|लिया)',
      '(?:شخص|موظف|احد)(?: \\S+)? (?:قادم|في الطريق)|ناديت',
    ),
  },
  {
    needs: ['cancelled', 'refund', 'done'],
    pattern: words(
      `(?:${done}|i(?: have|'ve)?) (?:cancelled|canceled|given back|removed|deleted|returned|exchanged|changed)`,
      '(?:esta|ha sido|he|hemos) (?:\\w+ )?(?:cancelado|cancelada|anulado|anulada)',
      '(?:रद्द|कैंसल|कैंसिल) (?:हो (?:गया|गई)|कर (?:दिया|दी))',
      '(?:تم|لقد) (?:الغاء|الغيت)|الغيت(?:ه|ها)?',
    ),
  },
];

/** Who asks, offers or says when something will be so does not say that it is. */
export const isAsked = (clause: string): boolean =>
  /[?؟]\s*$/u.test(clause) ||
  words(
    'if|once|when|whether|until|unless|shall i|would you|should i|can i|could i|may i|i can|i could|let me|before|to see|will check|can be',
    'si (?:quieres|esta|lo|la|te|prefieres|hay)|cuando|hasta que|quieres|puedo|puedes|podria|antes|puede ser',
    'अगर|यदि|जब|क्या|चाहें|सकता|सकती|सकते|पहले',
    'اذا|عندما|حتي|هل|يمكنني|يمكنك|استطيع|قبل|بعد ان',
  ).test(clause);

/** Whether it says that something is not so. */
export const isDenied = (clause: string): boolean =>
  words(
    "not|no|nothing|none|never|cannot|can't|isn't|aren't|hasn't|haven't|wasn't|don't|yet",
    'no|aun|todavia|nada|ningun[oa]?|nunca',
    'नहीं|अभी तक|कोई|कुछ भी',
    'لم|لا|ليس|ليست|لن|لا شيء|بعد(?=[ .,!]*$)',
  ).test(clause);
