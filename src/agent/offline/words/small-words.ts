import { normalise } from '../normalise.ts';
import { units } from './number-words.ts';

const split = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\s+/u)
    .flatMap((word) => normalise(word).split(' '));

/** Words that carry no wish of their own. They are never 'corrected' into a garment and never searched for. */
export const fillers: ReadonlySet<string> = new Set(
  split(`
  a an the and or of for in on at to from with by is are was were be been am do does did has have had having can could will would
  shall should may might must i im id ill ive me my mine we us our you your yours he she it its they them their this that these those
  there here what whats which who whom when where wheres why how please kindly just only also too very really some any one ones
  something anything nothing everything thing things piece pieces item items stuff product products clothes clothing option options
  show see look looking find search need want like love get got give gimme buy take browse let lets tell know say s t
  hi hello hey ok okay so then now today tonight tomorrow about but if as up out over again more less new good nice best
  colour color coloured colored size sizes sized fit price priced cost costs range budget rs inr rupees rupee under below above between
  around wear wearing instead rather actually put add bag cart not no without except other another both all each every second first third last next
  mean meant sorry wait oops someone somebody aren isn u ur r guys guy yaar yar bro bruh dude mate lol haha pls plz plss please na naa man ma sir madam maam ji btw cause cuz coz dont doesnt didnt wont cant isnt theres
  bit little really quite super sort kind kinda go going went come coming try trying use today tonight also same else ever even still already maybe perhaps possible possibly
  arre arrey acha accha achha theek thik haan bhai bhaiya didi zara jara thoda thodi abhi bolo batao bataiye bataye dikha dikhao dikhaiye dikhana dikhaye chahiye chahie milega milegi hoga
  bina tak kya hai hain ka ki ke ko se mein me mai main mujhe mujhko mere mera meri aap aapke paas yeh ye wo woh voh is us iska koi kuch kuchh
  aur ya bhi nahi nahin liye wala wali wale ek do na to hi ho hoga karo kar do dijiye rang naap bas
  बिना क्या है हैं का की के को से में मुझे मुझको मेरे मेरा मेरी आप आपके पास यह ये वह वो इस उस इसका कोई कुछ और या भी नहीं लिए होती होता होते बजे जी न वाला वाली वाले एक दो ना तो ही हो होगा करो कर रंग साइज़ साइज नाप बस मैं पर तक दीजिए
  sea sean seria tipo favor podria puede puedes puedo tal vez bueno vale oye mira
  el la los las lo un una unos unas de del al en con para por y o que es son esta este esto ese esa eso estos estas mi mis tu su me te se
  le si algo alguno alguna algun color colores talla tallas precio por favor quiero busco tienes hay muy mas menos como cual quisiera necesito gusta gustan gustaria convence convencen encanta tambien pero aunque
  بس ممكن لطفا شوي كمان ايضا ياريت عايز عاوز بدي ابغي ابي اريده اريدها انا نحن وين شو ايش يعني
  في من الي علي عن مع هل ما ماذا هو هي هذا هذه ذلك تلك لي لك عندي عندكم لديكم اريد ابحث ارني او و لو سمحت فضلك لون باللون بلون مقاس بمقاس سعر شيء اي كل غير
  `),
);

export const negations: ReadonlySet<string> = new Set(
  split(
    'not no without except excluding non arent isnt wasnt dont never nothing minus neither nor bina bagair बिना बगैर sin ni nunca menos excepto salvo nada ليس ليست غير بدون بلا لا مو مش موب ماعدا عدا الا ما',
  ),
);
/** Hindi puts it after. */
export const negationsAfter: ReadonlySet<string> = new Set(
  split(
    'nahi nahin mat chhodkar chhodke chodkar chhod alawa sivay siwa bagair नहीं मत छोड़कर छोड़ अलावा सिवाय सिवा',
  ),
);

export const separators: readonly string[] = [
  'and then',
  'and also',
  'and',
  'then',
  'also',
  'plus',
  'aur phir',
  'aur',
  'phir',
  'और फिर',
  'और',
  'फिर',
  'y luego',
  'luego',
  'y',
  'ثم',
  'و',
];

export const ordinals: Readonly<Record<string, number>> = Object.fromEntries(
  (
    [
      [1, 'first 1st pehla pehli pehle पहला पहली पहले primero primera primer الاول الاولي للاول للاولي'],
      [
        2,
        'second 2nd doosra dusra doosri dusri dusre दूसरा दूसरी दूसरे segundo segunda الثاني الثانيه للثاني للثانيه',
      ],
      [
        3,
        'third 3rd teesra tisra teesri tisri तीसरा तीसरी तीसरे tercero tercera tercer الثالث الثالثه للثالث للثالثه',
      ],
      [4, 'fourth 4th chautha chauthi चौथा चौथी cuarto cuarta الرابع الرابعه'],
      [5, 'fifth 5th paanchva पाँचवा quinto quinta الخامس'],
      [6, 'sixth 6th sexto sexta السادس'],
      [-1, 'last aakhri akhri आखिरी आख़िरी ultimo ultima الاخير الاخيره'],
    ] as const
  ).flatMap(([value, words]) => split(words).map((word) => [word, value])),
);

export const pronouns: ReadonlySet<string> = new Set(
  split(
    'it this that these those them one ye yeh isko ise iske isme usko use iska यह ये इसे इसको इसके इसमें उसे वह lo la los las este esta esto ese esa eso هذا هذه ذلك تلك هو هي منه منها',
  ),
);

/** Of several pieces where none is named: `wrap them`. */
export const plurals: ReadonlySet<string> = new Set(split('them these those inhe unhe inko unko इन्हें उन्हें'));

export const wholeLot: ReadonlySet<string> = new Set(
  split('both all everything dono sab sabhi दोनों सब सभी ambos ambas todo todos todas كلها كلاهما الكل'),
);

/** They mean something else, too, where no hundred or thousand follows. */
const otherwise = new Set(split('un una uno once che sat tin'));

/** Of how many pieces, in words. */
export const numberWords: Readonly<Record<string, number>> = {
  couple: 2,
  pair: 2,
  ...Object.fromEntries(
    [...units].filter(([word, value]) => Number.isInteger(value) && value <= 12 && !otherwise.has(word)),
  ),
};
