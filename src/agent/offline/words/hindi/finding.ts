import type { IntentWords } from '../../intent-names.ts';

/** Pieces: which, where, how they fit. */
export const finding: IntentWords = {
  'stop-notify': [
    '(mat|nahi|na) (batana|batao|bataiye|bata)',
    '(notification|alert|suchna) * (band|cancel|radd)',
    '(मत|नहीं|ना) (बताना|बताओ|बताइए|बता)',
    '(सूचना|अलर्ट|नोटिफिकेशन) * (बंद|रद्द)',
  ],
  notify: [
    '(jab)? (aane|aaye|aye) (par|to) * (batana|batao|bata|message)',
    '(जब)? (आने|आए) (पर|तो) * (बताना|बताओ|बताइए|बता|संदेश|मैसेज)',
  ],
  'find-size': [
    '(kaunsa|konsa|kaun sa|kya) size (lu|loon|loo|lun|aayega|aaega|hoga|sahi)',
    '(कौनसा|कौन सा|क्या) (साइज़|साइज) (लूँ|लूं|लू|आएगा|होगा|सही|ठीक)',
    '(मेरा|मेरी|mera|meri) (सीना|छाती|कमर|पैर|seena|chhati|kamar|pair) * (\\d+|\\d+[.,]\\d+|\\d+cm|\\d+in)',
    '(सीना|छाती|कमर|seena|kamar) * (\\d+|\\d+[.,]\\d+|\\d+cm|\\d+in) (सेमी|इंच|cm|inch)',
  ],
  compare: [
    '(compare|tulna|fark|farak|antar)',
    '(kaunsa|konsa|kaunsi|konsi|kaun sa) * (behtar|better)',
    '(तुलना|फर्क|फ़र्क|अंतर)',
    '(कौनसा|कौनसी|कौन सा|कौन सी) * बेहतर',
  ],
  similar: [
    '(iske|is|isi) (jaisa|jaise|jaisi|tarah)',
    '(aisa|aisi|aise) (hi|kuch|aur)',
    '(इसके|इस|इसी) (जैसा|जैसे|जैसी|तरह)',
    '(ऐसा|ऐसी|ऐसे) (ही|कुछ|और)',
  ],
  bundle: [
    '(iske|uske|is ke) (saath|sath) (kya|aur)',
    '(look|outfit) (poora|pura|complete)',
    '(इसके|उसके|इस के) साथ',
    '(लुक|आउटफिट) (पूरा|कंप्लीट)',
    'पूरा (लुक|आउटफिट)',
  ],
  nearby: [
    '(dusri|doosri|dusre|aur) (dukan|dukaan|store|shop|branch)',
    '(दूसरी|दूसरे|और|अन्य) (दुकान|दुकानों|दुकानें|स्टोर|शाखा)',
    '(आस पास|आसपास|नज़दीक|नजदीक)',
  ],
  store: [
    '(dukan|dukaan|shop|store) * (kab|kitne) * (khul|khuli|khula|khulti|khulta|khulegi|khulega|khule|band)',
    '(kab|kitne baje) * (khulta|khulti|khulega|band)',
    '(दुकान|स्टोर) * (कब|कितने|खुल|खुली|खुला|बंद|पता)',
    '(समय|पता) (क्या|बताओ)',
    '(कब|कितने बजे) * (खुलता|खुलती|खुलेगी|बंद)',
  ],
  locate: ['(kahan|kaha|kidhar) (hai|hain|milega|milegi|rakha)', '(कहाँ|कहां|किधर) (है|हैं|मिलेगा|मिलेगी|रखा)'],
  stock: [
    '(ye|yeh|isme|ismein|is mein) * (size|rang|colour|color|mein|me) * (hai|milega|available)',
    '(kya)? * (mein|me) (milega|milegi|hai kya)',
    '(यह|ये|इसमें|इसका) * (साइज़|साइज|रंग|में) * (है|मिलेगा|उपलब्ध)',
    '(उपलब्ध|स्टॉक)',
  ],
  details: [
    '(iske|is ke) (baare|bare) (mein|me)',
    '(इसके|इस के) बारे',
    '(kitne|kitna) (ka|ki|ke) (hai|hain)',
    '(कितने|कितना) (का|की|के) (है|हैं)',
    '(दाम|कीमत) क्या',
  ],
  recommend: [
    '(kuch|kuchh) (accha|acha|achha|naya|suggest|badhiya)',
    '(कुछ) (अच्छा|नया|बढ़िया|खास|सुझाओ)',
    '(सुझाव|सुझाओ|सुझाइए)',
    'kya (pehnu|pehnun|lu|loon)',
    'क्या पहनूँ',
  ],
  cheaper: ['(sasta|saste|sasti|kam daam)', '(सस्ता|सस्ते|सस्ती|कम दाम)'],
  more: ['(aur|kuch aur) (dikhao|dikhaiye|dikha)', '(और|कुछ और) (दिखाओ|दिखाइए|दिखाएँ|दिखाएं|दिखा)'],
  search: [
    '(dikhao|dikhaiye|dikha|dikhana|chahiye|chaiye|dhundo|dhundho)',
    '(दिखाओ|दिखाइए|दिखाएँ|दिखाएं|दिखा|चाहिए|ढूँढो|ढूंढो|खोजो|ढूँढ)',
  ],
};
