import { listed } from './listed.ts';

/** Who a piece is for. */
export const departments = listed({
  women: `
    woman, womens, ladies, female, wife, mother, mom, mum, sister, girlfriend, महिला, महिलाओं,
    लेडीज़, औरतों, mujer, mujeres, نساء, نسائي, للنساء, auntie, aunty, aunt, grandma,
    grandmother, fiancee, bride, ladki, ladkiyon, aurat, auraton, mahila, biwi, patni, maa,
    mummy, bhabhi, saas, nani, dadi, saheli, chachi, mami, भाभी, सास, नानी, दादी, सहेली, behen, didi, dulhan, लड़कियों, लड़की, औरत, पत्नी, बीवी, माँ, मम्मी, बहन, दीदी, दुल्हन,
    महिलाएँ, esposa, abuela, suegra, tia, prima, sobrina, amiga, chava, madre, mama, hermana, novia, chica, chicas, senora, senoras, femenino,
    femenina, dama, damas, حريم, بنات, جدتي, خالتي, عمتي, حماتي, خطيبتي, صديقتي, صاحبتي,  زوجتي, مرتي, امي, لامي, والدتي, لزوجتي, اختي, ماما, عروس, نسائيه, ستات, سيدات
  `,
  men: `
    man, mens, gents, male, husband, father, dad, brother, boyfriend, पुरुष, पुरुषों, आदमी,
    जेंट्स, mard, hombre, hombres, رجال, رجالي, للرجال, uncle, grandpa, grandfather,
    fiance, groom, ladka, ladkon, aadmi, aadmiyon, pati, papa, pitaji, sasur, dada, nana, chacha, ससुर, दादा, नाना, चाचा, bhai, dulha, mardon,
    mardo, purush, मर्द, मर्दों, लड़कों, लड़के, पति, पापा, पिताजी, भाई, दूल्हा, आदमियों, जेन्ट्स,
    esposo, abuelo, suegro, tio, primo, sobrino, amigo, varon, marido, padre, hermano, novio, chico, chicos, senor, caballero, caballeros,
    masculino, شباب, جدي, خالي, عمي, خطيبي, صديقي, صاحبي, زوجي, لزوجي, لابوي, جوزي, ابوي, والدي, بابا, اخوي, اخي, عريس, رجاليه
  `,
  children: `niece, nephew, 
    kids, kid, child, boys, girls, boy, girl, son, daughter, बच्चे, बच्चों, bachche, bachchon,
    niño, nino, ninos, nina, ninas, اطفال, للاطفال, toddler, baby, teens, teenager, grandson, granddaughter,
    bacche, bacha, bachchi, bachho, bachhon, bachcho, beta, beti, ladke ke liye, बच्चा, बच्ची,
    बेटा, बेटी, बेटे, बच्चें, infantil, infantiles, hijo, hija, bebe, peques, ولد, بنت صغيره,
    طفل, طفله, ولدي, ابني, بنتي, بيبي, اولاد, صغار
  `,
});

/** Sizes as they are spoken. */
export const sizes = listed({
  XS: 'extra small, x-small, एक्स एस, muy pequena, صغير جدا',
  S: 'small, छोटा, स्मॉल, pequena, pequeno, صغير, chhota size, chica, chico, سمول',
  M: 'medium, मीडियम, मध्यम, mediana, mediano, متوسط, وسط, मीडियम साइज़, ميديم',
  L: 'large, लार्ज, बड़ा, grande, كبير, लार्ज साइज़, لارج',
  XL: 'extra large, x-large, xlarge, एक्स्ट्रा लार्ज, extra grande, एक्सएल, اكس لارج',
  XXL: 'double xl, 2xl, xx-large, डबल एक्सएल, xx l, دبل اكس لارج',
  XXXL: 'triple xl, 3xl',
  'Free size': 'free size, one size, freesize, फ्री साइज़, फ्री साइज, talla unica, مقاس واحد, فري سايز',
});

/** When a piece is worn. */
export const occasions = listed({
  wedding: `sangeet, mehndi, haldi, reception, 
    weddings, shaadi, shadi, marriage, शादी, विवाह, boda, زفاف, عرس, vivah, shaadiyon, byah,
    शादियों, ब्याह, nikah, baraat, sangeet, mehendi, mehndi, haldi, reception, संगीत, मेहंदी, हल्दी, bodas, matrimonio, casamiento, اعراس, زواج, فرح, عرسي
  `,
  festive: `
    festival, diwali, eid, puja, pooja, tyohar, त्योहार, दिवाली, ईद, पूजा, fiesta tradicional,
    عيد, deepawali, navratri, holi, rakhi, durga puja, onam, pongal,
    engagement, roka, दीवाली, दीपावली, होली, नवरात्रि, राखी, सगाई, त्यौहार,
    festivo, festiva, celebracion, navidad, اعياد, للعيد, خطوبه, رمضان, مناسبه
  `,
  party: `date night, 
    parties, पार्टी, fiesta, حفله, حفلات, cocktail, birthday party, night out, clubbing,
    पार्टियों, जन्मदिन, cumpleanos, coctel, noche, سهره, للسهره, عيد ميلاد
  `,
  office: `interviews, meetings, 
    work, formal, business, ऑफिस, दफ्तर, oficina, trabajo, عمل, مكتب, workwear, interview,
    meeting, corporate, दफ़्तर, काम, इंटरव्यू, daftar, kaam, entrevista, reunion, دوام, للدوام,
    رسمي, رسميه, مقابله, شغل, للشغل, الشغل
  `,
  casual: 'everyday, daily, रोज़मर्रा, कैज़ुअल, diario, informal, كاجوال, يومي',
  sports: 'gym, running, workout, deporte, رياضه',
  travel: `
    holiday, vacation, beach, viaje, سفر, trip, honeymoon, goa, vacations, यात्रा, सफर, सफ़र,
    छुट्टी, घूमने, safar, ghumne, viajes, vacaciones, playa, رحله, للسفر, اجازه, شاطي
  `,
  everyday: `
    casual, daily wear, day to day, college, roz, rozana, roz ke liye, रोज़, रोज, रोज़ाना, a diario,
    dia a dia, diario, كل يوم, يومي, يوميه, للبيت
  `,
});
