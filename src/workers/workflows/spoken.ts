import type { SpokenArgument, SpokenCommand } from '../../core/agent/spoken-command.ts';

/** After a proposal: the shopper is asked once, for all of it. */
const run = { name: 'run', tool: 'continue_plan', arguments: ['planId'], context: 'outcome' } as const;

const outfit: Readonly<Record<string, SpokenArgument>> = {
  occasion: { said: 'detail', detail: 'occasion' },
  budget: { said: 'detail', detail: 'budget' },
  department: { said: 'detail', detail: 'department' },
  size: { said: 'detail', detail: 'size' },
};

const hiPlan = '(योजना|प्लान|plan|yojana)';
const esPlan = '(el|mi|este|ese|nuestro)? plan';
const arPlan = '(الخطه|خطه|خطتي|خطتنا)';

/** What is under way before what begins; pieces of the shop's own intents (`outfit around it`, `bring me L`) stay with them. */
export const spoken: readonly SpokenCommand[] = [
  {
    name: 'drop',
    tool: 'get_plan',
    next: { name: 'drop', tool: 'drop_plan', arguments: ['planId'], context: 'outcome' },
    patterns: {
      en: [
        '(cancel|drop|stop|forget|abandon|undo|leave|scrap|take back) (the|my|our|that|this)? plan',
        'take (the|my|our|that|this)? plan back',
      ],
      hi: [`${hiPlan} (को)? (रद्द|छोड़|छोड़ो|छोड़ दो|बंद|रोक|रोको|कैंसिल|cancel|radd|chhod|chhodo|band|roko)`],
      es: [`(cancela|cancelar|anula|anular|deja|olvida|deshaz|deten|para) ${esPlan}`],
      ar: [`(الغ|الغي|الغاء|اوقف|اترك|تراجع عن|انس) ${arPlan}`],
    },
  },
  {
    name: 'show',
    tool: 'get_plan',
    context: 'outcome',
    patterns: {
      en: [
        '(show|see|what is|whats|where is|how is|how far is|read) (me)? (the|my|our|that|this)? plan',
        '^(the|my|our) plan$',
      ],
      hi: [`${hiPlan} (क्या|दिखाओ|दिखाइए|दिखा|कहाँ|kya|dikhao|dikhaiye|kahan)`],
      es: [`(muestra|muestrame|ensename|ver|cual es|como va) ${esPlan}`],
      ar: [`(ارني|اعرض|ما|ما هي|اين) ${arPlan}`],
    },
  },
  {
    name: 'go-on',
    tool: 'get_plan',
    next: run,
    onYesTo: 'plan',
    patterns: {
      en: [
        '(go on|go ahead|carry on|continue|proceed|resume|run|start|do|finish) (with)? (the|my|our|that|this)? plan',
        '^(please)? (go on|go ahead|carry on|resume) (please)?$',
      ],
      hi: [
        `${hiPlan} (को)? (आगे|जारी|शुरू|पूरी|पूरा|aage|jaari|jari|shuru|poora|poori)`,
        '^(आगे बढ़ो|आगे बढ़ाओ|जारी रखो|aage badho|jaari rakho|jari rakho)$',
      ],
      es: [`(sigue|seguir|continua|continuar|adelante|empieza) con ${esPlan}`, '^(sigue|continua|adelante)$'],
      ar: [`(تابع|تابعي|استمر|اكمل|كمل|ابدا|نفذ|كملي) ${arPlan}`, '^(تابع|استمر|اكمل)$'],
    },
  },
  {
    name: 'return-and-buy',
    tool: 'plan_return_and_buy',
    next: run,
    patterns: {
      en: [
        '(return|give back|send back|take back) <old> (and|then|to) (then)? (buy|get|take|order|want) <new> (with|from|for|using) (the|that|my)? (refund|money)',
        '(use|spend) (the|that|my)? (refund|money) (of|from|for) <old> (to|and) (buy|get|take|order) <new>$',
        '(buy|get|order) <new> (with|from|using) (the|that|my)? (refund|money) (of|from|for) <old>$',
      ],
      hi: [
        '<old> (वापस|लौटा|लौटाकर|लौटाओ) * (रिफंड|रिफ़ंड|पैसे|पैसों) से <new> (खरीद|खरीदो|ख़रीद|ख़रीदो|खरीदना|ख़रीदना|ले|लेना)',
        '<old> (wapas|vapas|lauta|lautakar|return) * (refund|paise|paison) se <new> (kharid|kharido|khareed|khareedo|kharidna|le|lena)',
      ],
      es: [
        '(devuelve|devolver|devuelvo|devolvemos) <old> y (compra|comprar|compro|pide|quiero) <new> con (el|ese|mi)? (reembolso|dinero)',
      ],
      ar: [
        '(ارجع|ارجاع|رجع|اعد|ارجعي) <old> (واشتر|واشتري|وشراء|ثم اشتر|ثم اشتري|و اشتر|و اشتري) <new> (بالمبلغ|بالمال|بثمنه|بثمنها|بالفلوس)',
      ],
    },
    arguments: {
      sku: { said: 'order-line', in: 'old' },
      buySku: { said: 'piece', in: 'new' },
    },
  },
  {
    name: 'elsewhere',
    tool: 'plan_reservation_elsewhere',
    next: run,
    patterns: {
      en: [
        '(reserve|hold|keep|book|put aside|set aside|put) <piece> (at|in|aside at|aside in) (the|an|a|your)? <store> (shop|store|branch|outlet)$',
        '(reserve|hold|keep|book|put aside|set aside) <piece> at <store>$',
      ],
      hi: [
        '<piece> (को)? <store> (दुकान|स्टोर|शॉप|ब्रांच|शाखा) (में|पर) (रिज़र्व|रिजर्व|रखवा|रखवाओ|रख|रखो|बुक|होल्ड)',
        '<piece> (ko)? <store> (dukaan|dukan|store|shop|branch) (mein|me|par|pe) (reserve|rakhwa|rakhwao|rakho|book|hold)',
      ],
      es: [
        '(reserva|reservar|reservame|aparta|apartar|apartame|guarda|guardame) <piece> en (la|el)? <store> (tienda|sucursal)$',
        '(reserva|reservar|reservame|aparta|apartar|apartame|guarda|guardame) <piece> en la tienda de <store>$',
        '(reservalo|reservala|apartalo|apartala|guardalo|guardala) en (la|el)? <store> (tienda|sucursal)$',
        '(reservalo|reservala|apartalo|apartala|guardalo|guardala) en la tienda de <store>$',
      ],
      ar: [
        '(احجز|احجزي|احفظ) <piece> في (المتجر|متجر|الفرع|فرع|محل|المحل) <store>$',
        '(احجزه|احجزها|احفظه|احفظها) في (المتجر|متجر|الفرع|فرع|محل|المحل) <store>$',
      ],
    },
    arguments: {
      sku: { said: 'piece', in: 'piece' },
      store: {
        said: 'words',
        in: 'store',
        but: [
          ...['other', 'another', 'different', 'nearest', 'nearby', 'closest', 'next', 'one', 'the', 'a'],
          ...['otra', 'otro', 'la', 'el', 'mas', 'cercana', 'proxima'],
          ...['दूसरी', 'दूसरे', 'किसी', 'और', 'को', 'पास', 'की', 'doosri', 'dusri', 'kisi', 'aur', 'ko'],
          ...['اخر', 'الاخر', 'الاخري', 'اخري', 'اقرب', 'القريب', 'الثاني'],
        ],
      },
    },
  },
  {
    name: 'swap',
    tool: 'plan_size_swap',
    next: run,
    pointing: ['cambialo', 'cambiala', 'cambiamelo', 'cambiamela', 'استبدله', 'استبدلها', 'بدله', 'بدلها'],
    patterns: {
      en: ['(swap|trade) (it|this|that|the|my|one|sizes|for) *', '^(swap|trade) *'],
      hi: [
        '(साइज़|साइज) * से (बदल|बदलो|बदलकर|बदलवा|बदलवाओ|बदलिए)',
        'size * se (badal|badlo|badalkar|badalwa|badliye)',
      ],
      es: [
        '(cambia|cambialo|cambiala|cambiamelo|cambiamela|cambiame) * por * talla',
        '(cambialo|cambiala|cambiamelo|cambiamela) por (una|un|la|el)?',
      ],
      ar: ['(استبدل|استبدله|استبدلها|استبدلي|بدل|بدله|بدلها) * (بمقاس|بالمقاس)'],
    },
    arguments: {
      reservationId: { said: 'on-trial', inBag: true },
      size: { said: 'detail', detail: 'size', needed: true },
    },
  },
  {
    name: 'outfit',
    tool: 'plan_outfit',
    next: run,
    patterns: {
      en: [
        '(need|want|plan|find|choose|pick|suggest|put together|get|like) (me|us)? (an|a|the|my|new|whole|full|complete) outfit$',
        '^(please)? (plan|find|choose|pick|suggest|put together) (me|us)? (an|a|my)? (whole|full|complete|new)? outfit$',
      ],
      hi: [
        '(पूरा|नया|एक|मुझे) (आउटफिट|आउटफ़िट|पहनावा) (चाहिए|चुनो|बनाओ|सुझाओ)',
        '(poora|naya|ek|mujhe) outfit (chahiye|chuno|banao|sujhao)',
      ],
      es: [
        '(necesito|quiero|busco|elige|prepara|proponme) (un|el|mi)? (conjunto|outfit|atuendo|look) (completo|entero|nuevo)?$',
      ],
      ar: ['(اريد|احتاج|اختر|اقترح) (لي)? (اطلاله|طقم|طقما) (كامله|كامل|كاملا|جديده)?$'],
    },
    arguments: outfit,
  },
  {
    name: 'outfit-for',
    tool: 'plan_outfit',
    next: run,
    onlyWith: ['occasion', 'budget'],
    patterns: {
      en: ['(outfit|outfits)', '(head to toe|top to toe)', '(dress|style) me'],
      hi: ['(आउटफिट|आउटफ़िट|पहनावा)', '(outfit|pehnawa|pahnawa)'],
      es: ['(conjunto|outfit|atuendo)', 'look (completo|entero)'],
      ar: ['(اطلاله|طقم كامل|طقما كاملا|زي كامل|لوك كامل)'],
    },
    arguments: outfit,
  },
];
