import type { CancelReason } from '../../../contracts/order-change.ts';

/** What people say of why they cancel, as `normalise` leaves it; the first that fits. */
export const reasonWords: readonly (readonly [CancelReason, RegExp])[] = [
  [
    'ordered-by-mistake',
    /mistake|accident|wrong (one|size|thing)|galti|गलती|ग़लती|error|equivoc|sin querer|خطا|بالغلط/u,
  ],
  ['found-cheaper', /cheaper|better price|sasta|saste|सस्त|mas barato|ارخص/u],
  [
    'takes-too-long',
    /too (long|late|slow)|delay|der ho|bahut der|देर|tarda|demasiado (lento|tarde)|متاخر|تاخر/u,
  ],
  [
    'no-longer-needed',
    /(no longer|dont|do not|not) (need|want)|changed my mind|zaroorat nahi|nahi chahiye|ज़रूरत नहीं|जरूरत नहीं|नहीं चाहिए|ya no|no (lo|la) (quiero|necesito)|لم اعد|لا احتاج|لا اريد/u,
  ],
];
