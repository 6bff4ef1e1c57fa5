import { listed } from './listed.ts';

/** Colours, and shades by their own names. */
export const colours = listed({
  black: `
    kala, kaala, kali, kaali, kale, काला, काली, काले, ब्लैक, negro, negra, negros, negras, اسود,
    سود, سوداء, kaale, kale rang, कालें, ब्लेक, prieto, السوداء, سوده, سودا
  `,
  white: `
    safed, सफ़ेद, सफेद, व्हाइट, blanco, blanca, blancos, blancas, ابيض, بيض, بيضاء, safaid, shwet,
    وايت, بيضا
  `,
  red: `
    laal, lal, लाल, रेड, rojo, roja, rojos, rojas, احمر, حمراء, surkh, colorado, colorada, حمرا,
    الاحمر
  `,
  blue: `
    neela, neeli, nila, नीला, नीली, नीले, ब्लू, azul, azules, ازرق, زرقاء, neele, nili,
    zarqa, زرقا, الازرق
  `,
  navy: 'navy blue, नेवी, azul marino, كحلي, gehra neela, गहरा नीला, نيفي, كحليه, azul oscuro',
  sky: 'sky blue, aasmani, asmani, आसमानी, आसमानी रंग, celeste, azul cielo, azul claro, سماوي, لبني, ازرق فاتح',
  green: `
    hara, hari, हरा, हरी, हरे, ग्रीन, verde, verdes, اخضر, خضراء, hare, sabz, हरें, verdoso,
    خضرا, الاخضر
  `,
  yellow: `
    peela, peeli, pila, पीला, पीली, पीले, amarillo, amarilla, اصفر, صفراء, peele, पीलें,
    amarillos, amarillas, صفرا
  `,
  pink: `
    gulabi, गुलाबी, पिंक, rosa, rosas, وردي, زهري, gulabi rang, rosado, rosada, زهريه, ورديه,
    بينك
  `,
  purple: `
    baingani, बैंगनी, morado, morada, بنفسجي, jamuni, जामुनी, violeta, lila oscuro, موف, بنفسجيه
  `,
  orange: 'narangi, नारंगी, naranja, برتقالي, santri, संतरी, anaranjado, anaranjada, برتقاليه',
  grey: `
    gray, sleti, स्लेटी, ग्रे, gris, grises, رمادي, slate, saleti, रसलेटी, plomo, رماديه, رصاصي
  `,
  brown: 'bhura, भूरा, भूरी, marron, بني, bhure, भूरे, कत्थई, ब्राउन, cafe, marrones, castano, بنيه',
  beige: 'बेज, بيج',
  maroon: 'मैरून, granate, عنابي, marun, मरून, burdeos, guinda, vino tinto, خمري, ماروني',
  gold: `
    golden, sunehra, सुनहरा, सुनहरी, dorado, dorada, ذهبي, sona, sunehri, सुनहरे, गोल्डन,
    dorados, doradas, ذهبيه
  `,
  ivory: `
    off white, off-white, cream, क्रीम, marfil, عاجي, cream colour, offwhite, hathi daant,
    ऑफ व्हाइट, crudo, crema, عاجيه, كريمي, اوف وايت
  `,
  silver: 'chandi, silvery, चाँदी, चांदी, सिल्वर, plateado, plateada, plata, فضي, فضيه',
  mustard: 'sarson, मस्टर्ड, सरसों, mostaza, خردلي',
  emerald: 'panna, पन्ना, एमराल्ड, esmeralda, زمردي',
  teal: 'टील, verde azulado, تركوازي غامق',
  turquoise: 'firozi, feroza, फ़िरोज़ी, फिरोजी, turquesa, تركوازي, فيروزي',
  peach: 'आड़ू, पीच, melocoton, durazno, خوخي',
  coral: 'मूंगा, कोरल, مرجاني',
  olive: 'जैतूनी, ऑलिव, mehendi, oliva, verde oliva, زيتي, زيتوني',
  wine: 'वाइन, vino, نبيتي, عنابي غامق',
  rust: 'जंग, रस्ट, oxido, teja, صدئي',
  indigo: 'इंडिगो, नील, anil, نيلي',
  charcoal: 'कोयला, चारकोल, antracita, carbon, فحمي',
  lilac: 'लाइलैक, lila, ليلكي',
  saffron: 'kesari, केसरी, केसरिया, azafran, زعفراني',
  tan: 'टैन, camel, habano, جملي',
  rose: 'गुलाब, palo de rosa, روز',
  mint: 'पुदीना, मिंट, menta, نعناعي',
  plum: 'बेर, ciruela, برقوقي',
  fuchsia: 'rani, rani pink, रानी, fucsia, فوشيا',
  copper: 'तांबा, cobre, نحاسي',
  sand: 'रेत, arena, رملي',
});

/** Patterns. */
export const patterns = listed({
  floral: `
    flower, flowers, flowery, florals, phool, फूल, फूलों, फूलदार, flores, floreado, زهور, ورود,
    مزهر, مشجر, مورده, مشجره, phoolon, phool wala, phoolwala, फूलों वाला, फूल वाला, फ्लोरल, estampado de flores,
    florales, ورد, مورد, زهري منقوش
  `,
  stripe: `
    stripes, striped, dhari, धारी, धारीदार, rayas, مخطط, lines wala, lakeer, धारियों, धारियाँ,
    rayado, rayada, a rayas, مقلم, خطوط, مخططه
  `,
  check: `
    checks, checked, checkered, chequered, tartan, चेक, cuadros, مربعات, chaukhana, चौखाना,
    चेक वाला, a cuadros, كاروهات
  `,
  polka: `
    polka dot, polka dots, dots, dotted, lunares, منقط, bindi wala, पोल्का, de lunares, منقطه,
    نقط
  `,
  embroidery: `
    embroidered, embroideries, कढ़ाई, bordado, bordada, مطرز, kadhai, kadhaai, kashida,
    chikankari work, कशीदाकारी, bordados, bordadas, تطريز, مطرزه
  `,
  plain: 'solid, simple, sada, saada, सादा, सादी, प्लेन, liso, lisa, lisos, lisas, ساده, سادا',
  print: 'printed, prints, chhapa, छपाई, प्रिंटेड, प्रिंट, estampado, estampada, مطبوع, طبعه, منقوش',
});

/** Fabrics and other materials. */
export const fabrics = listed({
  cotton: 'sooti, suti, सूती, कॉटन, algodon, قطن, قطني, kapas, कपास, de algodon, قطنيه, قطنيا',
  silk: 'resham, reshmi, रेशम, रेशमी, सिल्क, seda, حرير, حريري, reshami, de seda, حريريه',
  linen: 'लिनन, lino, كتان, लिनेन, de lino, كتانيه',
  wool: 'woollen, woolen, ऊनी, ऊन, lana, صوف, oon, ooni, वूल, de lana, صوفي, صوفيه',
  denim: 'डेनिम, دنيم, vaquera, vaqueras, vaquero, de mezclilla, mezclilla, tejano, tejana, جينز قماش',
  leather: `
    चमड़ा, चमड़े, cuero, piel, جلد, chamda, chamde, chamra, लेदर, चमड़े का, de cuero, de piel,
    جلديه, جلدي
  `,
  velvet: 'makhmal, makhmali, मखमल, मखमली, वेलवेट, terciopelo, مخمل, مخملي, قطيفه',
  chiffon: 'shifon, शिफॉन, शिफ़ॉन, gasa, chifon, شيفون',
  georgette: 'जॉर्जेट, जार्जेट, جورجيت',
  satin: 'साटन, सैटिन, raso, saten, ساتان',
  khadi: 'khaddar, खादी, كادي, خادي',
  viscose: 'rayon, विस्कोस, रेयॉन, viscosa, فيسكوز',
  suede: 'स्वेड, ante, gamuza, شمواه',
  brass: 'pital, peetal, पीतल, laton, نحاس',
  silver: 'चाँदी का, de plata, من الفضه, فضه',
  brocade: 'ब्रोकेड, brocado, بروكار',
});
