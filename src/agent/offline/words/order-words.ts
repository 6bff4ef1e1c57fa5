import type { CancelReason } from '../../../contracts/order-change.ts';
import { normalise } from '../normalise.ts';

/** What people say of why they cancel, as `normalise` leaves it; the first that fits. */
const reasonWords: readonly (readonly [CancelReason, RegExp])[] = [
  [
    'ordered-by-mistake',
    /mistake|accident|by error|in error|wrong (one|size|thing|item|colour|color|piece|order)|ordered (it )?twice|duplicate|didnt mean to|misclick|galti|गलती|ग़लती|error|equivoc|sin querer|duplicad|repetid|dos veces|bhool se|भूल से|खطा|خطا|غلط|مرتين/u,
  ],
  [
    'found-cheaper',
    /cheaper|better (price|deal)|less (money )?(elsewhere|somewhere)|lower price|for less|less money|sasta|saste|सस्त|kam (daam|price|rate)|कम (दाम|रेट)|mas barato|mejor precio|menos en otr|ارخص|سعر احسن|سعر افضل/u,
  ],
  [
    'takes-too-long',
    /(too|so|very) (long|late|slow)|taking (ages|forever|long|so|its time)|takes? (ages|forever|long)|delay|wont (arrive|come|get here|make it)|not (arrive|come|get here) in time|(too|be) late|der ho|bahut der|(itna|bahut|zyada|kitna) (time|samay|din|late)|late (ho|hai)|देर|(बहुत|इतना|ज्यादा) (समय|टाइम|वक्त|दिन)|tarda|tardan|demora|demasiado (lento|tarde)|no llega|llega tarde|متاخر|تاخر|يطول|طول|بطي/u,
  ],
  [
    'no-longer-needed',
    /(no longer|dont|do not|not|didnt|wont) (really )?(need|want|like|be needing)|no need|changed my mind|change of (mind|plan|plans)|plans (have )?changed|(event|wedding|party|function|trip) (was|is|got|has been) (cancelled|called off|postponed)|(bought|found|got) (it|one|another|something) (already|elsewhere|else)|(zaroorat|zarurat|jarurat) nahi|nahi chahiye|(iraada|irada|mann|man|mood) badal|plan (badal|cancel)|pasand nahi|जरूरत नहीं|नहीं चाहिए|(इरादा|मन|मूड) बदल|पसंद नहीं|ya no|no (lo|la) (quiero|necesito)|cambi[eo] de (opinion|idea|planes)|he cambiado de|me arrepent|no (me|nos) hace falta|لم اعد|ما عاد|(لا|ما|ليس) (احتاج|اريد|اريده|لازم|عجب)|غيرت رايي|بطلت|هونت|ليس بحاجه|ما بحاجه/u,
  ],
];

export const reasonIn = (said: string): CancelReason | undefined =>
  reasonWords.find(([, words]) => new RegExp(normalise(words.source), 'u').test(normalise(said)))?.[0];
