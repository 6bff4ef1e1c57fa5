import type { CancelReason } from '../../../contracts/order-change.ts';
import { normalise } from '../normalise.ts';

/** What people say of why they cancel, as `normalise` leaves it; the first that fits. */
const reasonWords: readonly (readonly [CancelReason, RegExp])[] = [
  [
    'ordered-by-mistake',
    /mistake|accident|by error|in error|wrong (one|size|thing|item|colour|color|piece|order)|ordered (it )?twice|duplicate|didnt mean to|misclick|galti|गलती|ग़लती|error|equivoc|sin querer|خطا|بالغلط/u,
  ],
  [
    'found-cheaper',
    /cheaper|better (price|deal)|less (money )?(elsewhere|somewhere)|lower price|for less|less money|a lower|sasta|saste|सस्त|mas barato|ارخص/u,
  ],
  [
    'takes-too-long',
    /(too|so|very) (long|late|slow)|taking (ages|forever|long|so|its time)|takes? (ages|forever|long)|delay|wont (arrive|come|get here|make it)|not (arrive|come|get here) in time|(too|be) late|der ho|bahut der|देर|tarda|demasiado (lento|tarde)|tarda|tardan|متاخر|تاخر/u,
  ],
  [
    'no-longer-needed',
    /(no longer|dont|do not|not|didnt|wont) (really )?(need|want|like|be needing)|no need|changed my mind|change of (mind|plan|plans)|plans (have )?changed|(event|wedding|party|function|trip) (was|is|got|has been) (cancelled|called off|postponed)|(bought|found|got) (it|one|another|something) (already|elsewhere|else)|zaroorat nahi|nahi chahiye|ज़रूरत नहीं|जरूरत नहीं|नहीं चाहिए|ya no|no (lo|la) (quiero|necesito)|لم اعد|لا احتاج|لا اريد/u,
  ],
];

export const reasonIn = (said: string): CancelReason | undefined =>
  reasonWords.find(([, words]) => new RegExp(normalise(words.source), 'u').test(normalise(said)))?.[0];
