import type { IntentWords } from '../../intent-names.ts';

/** Orders that were placed, and what may be done about them. */
export const orders: IntentWords = {
  track: [
    '(mera|meri) (order|parcel|package) (kahan|kaha|kab)',
    'order * (kahan|kaha|kab)',
    '(मेरा|मेरी) (ऑर्डर|आर्डर|पार्सल) (कहाँ|कहां|कब)',
    'ऑर्डर * (कहाँ|कहां|कब)',
  ],
  policy: [
    '(policy|niyam)',
    '(पॉलिसी|नीति|नियम)',
    '(kitne|kab tak) * (wapas|return)',
    '(कितने|कब तक) * (वापस|लौटा)',
  ],
  'cancel-order': [
    'order * (cancel|radd)',
    '[a-z]+-?\\d{3,} * (cancel|radd|रद्द|कैंसल|कैंसिल)',
    '(ऑर्डर|आर्डर) * (रद्द|कैंसल|कैंसिल)',
  ],
  'order-address': [
    '(order|[a-z]+-\\d{3,}) * (address|pata) * (badal|badlo|badalna|change)',
    '(ऑर्डर|आर्डर|[a-z]+-\\d{3,}) * (पता|पते|एड्रेस) * (बदल|बदलो|बदलना|बदलें|बदलिए)',
  ],
  'customer-address': [
    '(address|pata) * (badal|badlo|badalna|change|naya)',
    '(पता|पते|एड्रेस) * (बदल|बदलो|बदलना|बदलें|बदलिए|बदल गया)',
  ],
  feedback: [
    '(feedback|rating) (dena|deni|do|likho)',
    '(फीडबैक|फ़ीडबैक|रेटिंग) (देना|देनी|दूँ|लिखो|लिखिए)',
    '\\d (star|स्टार)',
  ],
  'order-payment': [
    'order * (payment|bhugtan) * (badal|badlo|badalna)',
    '(ऑर्डर|आर्डर) * (भुगतान|पेमेंट) * (बदल|बदलो|बदलना|बदलें)',
  ],
  'order-items': [
    'order * (size|colour|color|rang) * (badal|badlo|badalna|change)',
    '(ऑर्डर|आर्डर) * (साइज़|साइज|रंग) * (बदल|बदलो|बदलना|बदलें)',
  ],
  exchange: ['(badalna|badalwana|badalwani|badalni)', '(बदलना|बदलवाना|बदलनी|बदलवानी)'],
  return: ['(wapas|vapas|refund|lautana|lautani)', '(वापस|वापसी|रिफंड|रिफ़ंड|लौटाना|लौटानी)'],
  orders: ['(mere|purane) (order|orders)', '(मेरे|पुराने) (ऑर्डर|आर्डर)'],
};
