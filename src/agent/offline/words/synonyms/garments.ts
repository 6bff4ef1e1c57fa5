import { listed } from './listed.ts';

/** What pieces are called. */
export const productTypes = listed({
  kurta: `
    kurtas, kurte, kurton, kurtiyan, kurtiyon, kurti, kurtis, kurtha, कुर्ता, कुर्ते, कुर्ती, कुर्तियाँ, كورتا, kurtaa, कुरता,
    कुरते, कुर्तियां, كورتي, كورتات
  `,
  shirt: `
    shirts, शर्ट, कमीज, कमीज़, camisa, camisas, قميص, قمصان, قميصا, shrit, kameez, qameez,
    शर्टें, शर्ट्स, कमीज़ें, القميص
  `,
  't-shirt': `
    tshirt, tshirts, t-shirts, tee, tees, टीशर्ट, टी-शर्ट, camiseta, camisetas, تيشيرت, t shirt,
    t shirts, टी शर्ट, टीशर्ट्स, polera, playera, playeras, remera, تيشرت, تي شيرت, تيشيرتات, تيشرتات,
    بلوزه قطن
  `,
  jeans: `
    jean, denims, जींस, जीन्स, vaqueros, vaquero, جينز, जीन, tejanos, pantalon vaquero,
    pantalones vaqueros, pantalon de mezclilla, pantalones de mezclilla, jeanes, yins, بنطلون جينز, جنز
  `,
  trousers: `
    trouser, pants, pant, slacks, पैंट, पतलून, pantalon, pantalones, بنطلون, بناطيل, سروال,
    chinos, पैन्ट, पैंट्स, pantalones de vestir, بنطال, بناطلين, بناطيل, بنطلونات, سراويل
  `,
  dress: `
    dresses, ड्रेसेज, ड्रेसों, frock, gown, ड्रेस, फ्रॉक, फ़्रॉक, गाउन, vestido, vestidos, فستان, فساتين, فستانا, dres, one piece,
    ड्रेसेस, ड्रेसें, vestidito, فستانات, الفستان
  `,
  saree: `
    sarees, sari, saris, saaree, साड़ी, साड़ियाँ, साड़ियां, साडी, ساري, sareees, saadi, sadi,
    sadiyan, साड़ियों, साड़ीयाँ, ساريات, الساري
  `,
  dupatta: 'dupattas, dupatte, dupatton, دوباتا, chunni, दुपट्टा, चुन्नी, दुपट्टे, odhni, ओढ़नी, chunri, चुनरी, दुप्पटा',
  lehenga: 'lehengas, lehnga, ghagra, लहंगा, लहँगा, lehanga, lahanga, लहंगे, घाघरा, لهنغا, ليهنغا',
  sherwani: 'sherwanis, शेरवानी, शेरवानियाँ, شرواني, شيرواني',
  palazzo: 'palazzos, plazo, प्लाज़ो, प्लाजो, palazos, plazzo, पलाज़ो, पलाजो',
  skirt: `
    skirts, स्कर्ट, falda, faldas, تنوره, تنانير, स्कर्ट्स, ghaghri, pollera,
    الفستان القصير تنوره, جيبه, تنورات
  `,
  jacket: `
    jackets, जैकेट, chaqueta, chaquetas, جاكيت, ستره, جواكيت, jackit, जैकिट, जैकेट्स, chaqueton,
    cazadora, cazadoras, chamarra, campera, جاكت, جاكيتات, سترات, جكيت
  `,
  blazer: 'blazers, ब्लेज़र, ब्लेजर, americana, بليزر, americanas, saco',
  sweater:
    'sweaters, pullover, jumper, स्वेटर, jersey, jerseis, sueter, sueteres, chompa, buzo de lana, كنزه, بلوفر, سويتر, بلوفرات',
  hoodie: 'hoodies, हुडी, sudadera con capucha, buzo con capucha, canguro, هودي',
  shorts: 'शॉर्ट्स, pantalones cortos, pantalon corto, شورت, निक्कर, bermudas, شورتات',
  top: 'tops, टॉप, blusa, blusas, blusita, bluson, camisola, بلوزه, بلوزات, بلايز, بلوز, टॉप्स, tank top, crop top, توب',
  sneakers: `
    sneaker, trainers, स्नीकर्स, zapatillas, حذاء رياضي, sports shoes, स्पोर्ट्स शूज, tenis,
    zapatillas deportivas, deportivas, سنيكرز, حذاء رياضه, بوتي
  `,
  shoes: `
    shoe, footwear, जूते, जूता, joote, jute, zapatos, zapato, حذاء, احذيه, joota, jooton, जूतों,
    जूतियाँ, calzado, جزمه, جزم, شوز, كندره
  `,
  juttis: 'jutti, mojari, mojaris, जूती, जुत्ती',
  sandals:
    'sandal, सैंडल, sandalia, sandalias, صندل, صنادل, chappal, chappals, chappalein, चप्पलें, चप्पल, सैंडल्स, सैंडिल, chanclas, شبشب',
  bag: `
    handbag, handbags, purse, bags, purses, thela, पर्स, बैग, बैग्स, जनाना बैग, हैंडबैग, bolso, bolsos, cartera de mano, cartera, carteras, جزدان, جزادين, حقيبه نسائيه,
    شنطه, شنط, حقيبه يد, حقائب
  `,
  stole:
    'stoles, स्टोल, shawl, शॉल, शालें, estola, estolas, شال, scarf, shawls, शाल, un chal, chal de, chales, شالات',
  scarf: 'scarves, स्कार्फ, bufanda, وشاح, ايشارب, muffler, मफलर, स्कार्फ़, panuelo, panuelos, فولار, سكارف',
  belt: 'belts, बेल्ट, cinturon, حزام, patta, पेटी, cinturones, cinto, correa, correas, احزمه',
  suit: 'suits, सूट, traje, بدله, salwar suit, trajes, بدل, بدلات',
  anarkali: 'anarkalis, अनारकली, انركلي, اناركالي',
  coat: 'coats, معطف, overcoat, trench, कोट, ओवरकोट, abrigo, abrigos, gabardina, معاطف, بالطو',
  knitwear: 'knits, knit, woollens, बुना हुआ, punto, prendas de punto, تريكو, صوفيات',
  sweatshirt: 'sweatshirts, स्वेटशर्ट, sudadera, sudaderas, buzo, buzos, سويت شيرت',
  jumpsuit: 'jumpsuits, playsuit, जंपसूट, mono, enterizo, افرول, جمبسوت',
  leggings: 'legging, लेगिंग, लेगिंग्स, mallas, ليقنز, ليجنز',
  dungarees: 'dungaree, overalls, डंगरी, peto, petos, overol, overoles, jardinero, سالوبيت',
  blouse: 'blouses, choli, ब्लाउज़, ब्लाउज, चोली, blusa de sari, blusa para sari',
  wallet: 'wallets, batua, purse wallet, बटुआ, वॉलेट, billetera, monedero, محفظه, بوك',
  watch: 'watches, wristwatch, ghadi, घड़ी, घड़ियाँ, reloj, relojes, ساعه يد, ساعات يد',
  earrings: `
    earring, earings, ear rings, jhumka, jhumke, bali, baliyan, झुमके, झुमका, बालियाँ, बालियां,
    कान की बालियाँ, टॉप्स कान, pendientes, pendiente, aretes, arete, zarcillos, aros, تراكي, ترجيه, اقراط, حلق, حلقان
  `,
  necklace: `
    necklaces, haar, mala, chain necklace, हार, माला, नेकलेस, collar, collares, gargantilla, عقد,
    قلاده, سلسال
  `,
  bangles: `
    bangle, bracelet, bracelets, kangan, chudi, churi, choodi, kada, चूड़ी, चूड़ियाँ, चूड़ियां,
    कंगन, pulsera, pulseras, brazalete, اساور, اسواره, بناجر, بنجر
  `,
  'rings and anklets': `
    ring, rings, anklet, anklets, angoothi, anguthi, payal, अंगूठी, पायल, anillo, anillos,
    tobillera, خاتم, خواتم, خلخال
  `,
  tie: 'ties, necktie, bow tie, टाई, corbata, corbatas, pajarita, ربطه عنق, كرافته',
  socks: 'sock, moze, मोज़े, मोजे, जुराब, calcetines, medias, جوارب, شرابات',
  sunglasses: `
    sun glasses, shades, goggles, chashma, धूप का चश्मा, चश्मा, gafas, gafas de sol,
    lentes de sol, anteojos, نظاره, نظارات, نظارات شمسيه, نظاره شمسيه
  `,
  hat: 'hats, topi, टोपी, हैट, sombrero, sombreros, gorro, gorros, قبعه, قبعات, طاقيه, طواقي',
  turban: 'turbans, safa, pagdi, पगड़ी, साफा, साफ़ा, turbante, عمامه',
  'nehru jacket': `
    nehru jackets, bandi, waistcoat, waistcoats, नेहरू जैकेट, bandhgala, chaleco, chalecos,
    صديري, جاكيت نهرو
  `,
  'ethnic bottoms': `
    salwar, churidar, churidars, salwars, سلوار, shalwar, pyjama, pajama, dhoti, सलवार, चूड़ीदार, पायजामा, धोती
  `,
  heel: 'heels, high heels, हील, हील्स, heel wali, tacon, tacones, zapatos de tacon, كعب, كعب عالي, حذاء بكعب',
  clutch: 'clutches, क्लच, cartera de noche, bolso de noche, كلتش, كلاتش, شنطه سهره',
  backpack: 'backpacks, बैकपैक, पिट्ठू बैग, mochila, mochilas, morral, شنطه ظهر, حقيبه ظهر',
  cap: 'caps, कैप, gorra, gorras, cachucha, كاب, كابات',
  loafers: 'loafer, लोफर, mocasines, mocasin, لوفر',
  boots: 'boot, बूट, botas, botines, بوت, جزمه طويله',
});
