import type { IntentWords } from '../../intent-names.ts';

/** Words that are about no piece. */
export const talk: IntentWords = {
  who: [
    '(tum|aap|tu|kya) * (robot|machine|insaan|insan|bot|asli|ai) (ho|hai|hain)',
    '(तुम|आप|तू|क्या) * (रोबोट|मशीन|इंसान|बॉट|असली) (हो|है|हैं)',
    '(kaun|kon) (ho|hain|hai) (tum|aap)?',
    '(कौन|कौन) (हो|हैं) (तुम|आप)?',
    '(aap|tum) kaun',
    '(आप|तुम) कौन',
  ],
  associate: [
    '(kisi|staff|sahayak|manager) * (bulao|bulaiye|bula|baat)',
    '(किसी|स्टाफ|सहायक|मैनेजर|कर्मचारी) * (बुलाओ|बुलाइए|बुला|बात|बुलाएँ|बुलाएं)',
    '(kisi|koi|staff|sahayak|manager|salesman|dukandar|bande|bandi|madam|bhaiya) * (bulao|bulaiye|bula|baat|bhejo|bhej|bhejiye|aa|aaye|aakar|madad)',
    '(किसी|कोई|स्टाफ|स्टाफ़|सहायक|मैनेजर|कर्मचारी|सेल्समैन|दुकानदार) * (बुलाओ|बुलाइए|बुला|बात|बुलाएँ|बुलाएं|भेजो|भेज|भेजिए|आ|आए|आकर|मदद)',
    '(insaan|insan|aadmi) se baat',
    '(इंसान|आदमी) से बात',
    '(koi|kisi) (hai|ko) (yahan|yaha|idhar)',
    '(कोई) (है|हैं) (यहाँ|यहां)',
  ],
  help: [
    '(madad|sahayata)',
    '(मदद|सहायता)',
    '(madad|sahayata|help) *',
    '(kya kya|kya) (kar|karte) (sakte|sakta|sakti|ho)',
    '(मदद|सहायता)',
    '(क्या क्या|क्या) (कर|करते) (सकते|सकता|हो)',
  ],
  thanks: [
    '(dhanyavad|dhanyawad|shukriya)',
    '(धन्यवाद|शुक्रिया)',
    '(dhanyavad|dhanyawad|dhanyavaad|shukriya|meherbani|bahut accha|badhiya hai|mast)',
    '(धन्यवाद|शुक्रिया|मेहरबानी|थैंक्यू|थैंक यू)',
  ],
  bye: [
    '(alvida)',
    '(अलविदा)',
    '(alvida|chalta hoon|chalti hoon|chalte hain|phir milenge|bas itna hi|bas ho gaya)',
    '(अलविदा|चलता हूँ|चलती हूँ|चलते हैं|फिर मिलेंगे|बस इतना ही|बस हो गया)',
  ],
  greet: [
    '(namaskar|namaste)',
    '(नमस्ते|नमस्कार|हेलो|हैलो)',
    '(namaskar|namaste|pranam|ram ram|sat sri akal|kaise ho|kaise hain|kaisi ho)',
    '(नमस्ते|नमस्कार|हेलो|हैलो|प्रणाम|राम राम|कैसे हो|कैसे हैं|हाय)',
  ],
  yes: [
    '^(haan|han|ji|ji haan|theek hai|हाँ|हां|जी|जी हाँ|ठीक है)$',
    '^(haan|han|ha|haa|ji|ji haan|theek hai|thik hai|bilkul|kar do|हाँ|हां|जी|जी हाँ|जी हां|ठीक है|बिल्कुल|कर दो)$',
  ],
  no: [
    '^(nahi|nahin|na|नहीं|ना|जी नहीं)$',
    '^(nahi|nahin|nai|na|rehne do|rahne do|chhodo|choro|jane do|नहीं|ना|जी नहीं|रहने दो|रहने दीजिए|छोड़ो|जाने दो)$',
    '(rehne|rahne) (do|dijiye)',
    '(रहने) (दो|दीजिए)',
  ],
};
