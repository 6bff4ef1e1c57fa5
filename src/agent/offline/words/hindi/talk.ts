import type { IntentWords } from '../../intent-names.ts';

/** Words that are about no piece. */
export const talk: IntentWords = {
  associate: [
    '(kisi|staff|sahayak|manager) * (bulao|bulaiye|bula|baat)',
    '(किसी|स्टाफ|सहायक|मैनेजर|कर्मचारी) * (बुलाओ|बुलाइए|बुला|बात|बुलाएँ|बुलाएं)',
  ],
  help: ['(madad|sahayata)', '(मदद|सहायता)'],
  thanks: ['(dhanyavad|dhanyawad|shukriya)', '(धन्यवाद|शुक्रिया)'],
  bye: ['(alvida)', '(अलविदा)'],
  greet: ['(namaskar|namaste)', '(नमस्ते|नमस्कार|हेलो|हैलो)'],
  yes: ['^(haan|han|ji|ji haan|theek hai|हाँ|हां|जी|जी हाँ|ठीक है)$'],
  no: ['^(nahi|nahin|na|नहीं|ना|जी नहीं)$'],
};
