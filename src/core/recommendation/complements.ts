import { normalType } from './product-type.ts';

/** What one more piece of a look can be: any of these garments, the more fitting first. */
export type Slot = readonly string[];

const ethnicBottom: Slot = [
  'palazzo',
  'churidar',
  'ethnic bottom',
  'sharara',
  'salwar',
  'legging',
  'pyjama',
  'dhoti',
  'pant',
];
const drape: Slot = ['dupatta', 'stole', 'shawl', 'scarf'];
const ethnicJewel: Slot = ['jhumka', 'earring', 'necklace', 'bangle', 'jewellery', 'ring and anklet'];
const ethnicShoe: Slot = ['mojari', 'jutti', 'kolhapuri', 'sandal', 'heel', 'flat', 'shoe'];
const ethnicBag: Slot = ['potli', 'clutch', 'bag', 'handbag'];
const ethnicTop: Slot = ['kurta', 'kurti', 'anarkali', 'sherwani', 'tunic'];
const mensLayer: Slot = ['nehru jacket', 'waistcoat', 'bandi', 'stole', 'shawl'];
const westernBottom: Slot = ['jean', 'trouser', 'chino', 'skirt', 'short', 'pant', 'legging'];
const westernTop: Slot = ['shirt', 't shirt', 'top', 'blouse', 'knitwear', 'sweater', 'sweatshirt'];
const layer: Slot = ['jacket', 'blazer', 'cardigan', 'knitwear', 'sweatshirt', 'coat', 'shrug'];
const westernShoe: Slot = ['sneaker', 'loafer', 'shoe', 'sandal', 'heel', 'flat', 'boot'];
const westernBag: Slot = ['bag', 'tote', 'handbag', 'clutch', 'backpack'];
const finish: Slot = ['belt', 'watch', 'tie', 'sunglass', 'wallet', 'hat', 'cap'];
const jewel: Slot = ['earring', 'necklace', 'bracelet', 'bangle', 'jhumka', 'watch', 'scarf'];
const warm: Slot = ['scarf', 'stole', 'shawl', 'hat', 'cap'];

/**
 * What goes with what, by hand, as an Indian stylist would lay it out: the most visible gap first. Keys and entries are in
 * normal form. Slots that a department does not sell fall away by themselves.
 */
const looks: Readonly<Record<string, readonly Slot[]>> = {
  kurta: [ethnicBottom, [...drape, ...mensLayer], ethnicJewel, ethnicShoe, ethnicBag],
  'kurta set': [[...drape, ...mensLayer], ethnicJewel, ethnicShoe, ethnicBag],
  kurti: [[...ethnicBottom, 'jean'], drape, ethnicJewel, ethnicShoe, ethnicBag],
  tunic: [[...ethnicBottom, 'jean'], ethnicJewel, ethnicShoe, ethnicBag],
  anarkali: [['churidar', ...ethnicBottom], drape, ethnicJewel, ethnicShoe, ethnicBag],
  'salwar suit': [drape, ethnicJewel, ethnicShoe, ethnicBag],
  palazzo: [['kurta', 'kurti', 'tunic', 'top'], drape, ethnicJewel, ethnicShoe],
  churidar: [ethnicTop, [...drape, ...mensLayer], ethnicShoe, ethnicJewel],
  'ethnic bottom': [ethnicTop, [...drape, ...mensLayer], ethnicShoe, ethnicJewel],
  legging: [['kurta', 'kurti', 'tunic', 'top'], drape, ethnicJewel, ethnicShoe],
  salwar: [ethnicTop, drape, ethnicJewel, ethnicShoe],
  sharara: [ethnicTop, drape, ethnicJewel, ethnicShoe],
  pyjama: [ethnicTop, mensLayer, ethnicShoe],
  dhoti: [ethnicTop, mensLayer, ethnicShoe],
  dupatta: [ethnicTop, ethnicBottom, ethnicJewel, ethnicShoe],
  stole: [['kurta', 'kurti', 'dress', 'top'], ethnicBottom, jewel, ethnicBag],
  shawl: [['kurta', 'saree', 'dress'], ethnicBottom, jewel],
  saree: [['blouse'], ['petticoat'], ethnicJewel, ethnicBag, ethnicShoe],
  blouse: [['saree', 'lehenga', 'skirt'], ethnicJewel, ethnicBag, ethnicShoe],
  lehenga: [['choli', 'blouse', 'dupatta'], ethnicJewel, ethnicBag, ethnicShoe],
  sherwani: [ethnicBottom, ['turban', 'safa', 'stole', 'dupatta'], ethnicShoe],
  'nehru jacket': [['kurta', 'shirt'], [...ethnicBottom, 'trouser'], ethnicShoe],
  waistcoat: [
    ['kurta', 'shirt'],
    ['trouser', ...ethnicBottom],
    [...westernShoe, ...ethnicShoe],
  ],
  turban: [['sherwani', 'kurta'], mensLayer, ethnicShoe],
  jhumka: [['kurta', 'saree', 'anarkali', 'lehenga'], drape, ethnicShoe, ethnicBag],
  earring: [['kurta', 'saree', 'anarkali', 'dress', 'top'], drape, ['necklace', 'bangle'], ethnicBag],
  necklace: [['saree', 'kurta', 'anarkali', 'dress', 'top'], ['earring', 'jhumka'], drape, ethnicBag],
  bangle: [['saree', 'kurta', 'lehenga'], ['earring', 'jhumka', 'necklace'], drape],
  mojari: [ethnicTop, ethnicBottom, [...drape, ...mensLayer]],
  jutti: [ethnicTop, ethnicBottom, drape, ethnicJewel],
  kolhapuri: [ethnicTop, ethnicBottom, drape, ethnicJewel],
  potli: [['saree', 'lehenga', 'anarkali', 'kurta'], ethnicJewel, ethnicShoe],
  shirt: [westernBottom, layer, finish, westernShoe, westernBag],
  't shirt': [westernBottom, layer, westernShoe, westernBag, finish],
  top: [westernBottom, layer, jewel, westernShoe, westernBag],
  sweater: [westernBottom, ['shirt', 't shirt', 'top'], westernShoe, warm],
  knitwear: [westernBottom, ['shirt', 't shirt', 'top'], westernShoe, warm],
  sweatshirt: [westernBottom, ['t shirt'], westernShoe, warm],
  jacket: [['t shirt', 'shirt', 'top'], westernBottom, westernShoe, westernBag],
  blazer: [['shirt', 'top'], ['trouser', 'chino', 'skirt', 'jean'], westernShoe, finish],
  coat: [['knitwear', 'sweater', 'shirt'], westernBottom, warm, westernShoe],
  jean: [westernTop, layer, finish, westernShoe, westernBag],
  trouser: [['shirt', 'top', 't shirt'], ['blazer', ...layer], finish, westernShoe],
  chino: [['shirt', 't shirt'], layer, finish, westernShoe],
  pant: [westernTop, layer, finish, westernShoe],
  short: [['t shirt', 'shirt', 'top'], westernShoe, ['sunglass', 'hat', 'cap', 'belt']],
  skirt: [['top', 'blouse', 'shirt', 't shirt'], layer, jewel, westernShoe, westernBag],
  dress: [layer, jewel, westernShoe, westernBag],
  frock: [layer, jewel, westernShoe],
  gown: [jewel, ['clutch', ...westernBag], ['heel', 'sandal', 'shoe'], drape],
  jumpsuit: [layer, jewel, westernShoe, westernBag],
  dungaree: [['t shirt', 'shirt', 'top'], layer, westernShoe],
  sneaker: [westernBottom, ['t shirt', 'shirt', 'top'], layer, ['sock']],
  loafer: [['trouser', 'chino', 'jean'], ['shirt'], ['blazer', ...layer], finish],
  shoe: [['trouser', 'jean', 'chino', 'dress'], ['shirt', 'top'], finish, westernBag],
  sandal: [['dress', 'kurta', 'skirt', 'trouser'], jewel, westernBag],
  belt: [['trouser', 'jean', 'chino'], ['shirt'], westernShoe],
  tie: [['shirt'], ['trouser', 'chino'], ['blazer', 'jacket'], westernShoe],
  scarf: [['coat', 'jacket', 'knitwear'], westernTop, westernBag],
  bag: [['dress', 'kurta', 'top', 'shirt'], jewel, ['sandal', 'heel', 'shoe'], drape],
};

/**
 * Slots that complete a look around a garment. A type that the table does not know by its whole name is looked up by its last
 * word (`Straight Kurta` is a kurta); undefined when that is unknown too.
 */
export function complementsOf(productType: string): readonly Slot[] | undefined {
  const name = normalType(productType);
  const lastWord = name.split(' ').at(-1) ?? name;
  const key = [name, lastWord].find((one) => Object.hasOwn(looks, one));
  return key === undefined ? undefined : looks[key];
}

/**
 * The retailer's own types that fill a slot, the more fitting first: `Silk Stole` is a stole, but a type that the table knows
 * by its whole name is nothing else (a Nehru jacket does not go over jeans).
 */
export function typesForSlot(slot: Slot, productTypes: readonly string[]): readonly string[] {
  return slot.flatMap((wanted) => {
    const exact = productTypes.filter((type) => normalType(type) === wanted);
    return exact.length > 0 ? exact : productTypes.filter((type) => isKindOf(normalType(type), wanted));
  });
}

const isKindOf = (type: string, wanted: string) => type.endsWith(` ${wanted}`) && !Object.hasOwn(looks, type);
