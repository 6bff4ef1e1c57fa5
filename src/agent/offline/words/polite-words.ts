const split = (text: string): readonly string[] => text.trim().split(/\s+/u);

/** Before a wish, in English and in Hindi written in Latin letters. */
export const leads: ReadonlySet<string> = new Set(
  split(
    'ok okay k kk so well um uh umm uhh hmm hey hi hello yeah yes yep yup sure actually right alright great cool nice perfect lovely brilliant fab awesome now then and but oh ah please pls plz kindly also sorry excuse bro bhai bhaiya didi yaar yar arre arrey accha acha achha dude mate sir madam maam ma listen guys haan ji suno lol haha hm anyway btw fine good maybe',
  ),
);

/** After one. */
export const tails: ReadonlySet<string> = new Set(
  split(
    'please pls plz yaar yar na naa bro bhai bhaiya didi mate man dude sir madam maam ji ok okay lol haha tbh btw thx',
  ),
);

/** At the end of what comes before the words of a wish: it is not to be done. */
export const negated =
  /(?:^| )(?:dont|do not|changed my mind about|change my mind about|doesnt|not|never|no need to|neednt|rather not|wont|without|didnt|instead of|rather than|before i|before we|cant|cannot)(?: (?:want|need|wish|like|going|gonna|ready|you|to|me|just|really|even|yet|please|ask|be|have|the|it|anything|try|i|asked|say|said|tell|told|planning)){0,4}$/u;
