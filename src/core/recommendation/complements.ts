import { normalType } from './product-type.ts';

/** What one more piece of a look can be: any of these garments, the more fitting first. */
export type Slot = readonly string[];

const ethnicBottom: Slot = ['palazzo', 'churidar', 'legging', 'sharara', 'salwar', 'pant', 'skirt'];
const drape: Slot = ['dupatta', 'stole', 'shawl', 'scarf'];
const ethnicEarring: Slot = ['jhumka', 'earring', 'necklace', 'jewellery', 'jewellery set', 'bangle'];
const ethnicShoe: Slot = ['mojari', 'jutti', 'kolhapuri', 'heel', 'sandal', 'flat'];
const ethnicBag: Slot = ['potli', 'potli bag', 'clutch', 'bag', 'handbag'];
const westernBottom: Slot = ['jean', 'trouser', 'chino', 'skirt', 'pant', 'short'];
const westernTop: Slot = ['shirt', 't shirt', 'top', 'blouse', 'sweater'];
const layer: Slot = ['jacket', 'blazer', 'cardigan', 'coat', 'sweater', 'shrug'];
const westernShoe: Slot = ['sneaker', 'loafer', 'heel', 'sandal', 'shoe', 'flat', 'boot', 'formal shoe'];
const westernBag: Slot = ['bag', 'tote', 'handbag', 'sling bag', 'clutch', 'backpack'];
const belt: Slot = ['belt', 'watch', 'tie', 'cap'];
const mensLayer: Slot = ['nehru jacket', 'waistcoat', 'bandi', 'stole', 'shawl'];
const mensBottom: Slot = ['churidar', 'pyjama', 'dhoti', 'trouser', 'pant'];
const jewel: Slot = ['earring', 'necklace', 'bracelet', 'jhumka', 'watch'];

/**
 * What goes with what, by hand, as an Indian stylist would lay it out: the most visible gap first. Keys and entries are in
 * normal form. Slots that a department does not sell fall away by themselves.
 */
const looks: Readonly<Record<string, readonly Slot[]>> = {
  kurta: [ethnicBottom.concat(mensBottom), drape.concat(mensLayer), ethnicEarring, ethnicShoe, ethnicBag],
  'kurta set': [drape.concat(mensLayer), ethnicEarring, ethnicShoe, ethnicBag],
  kurti: [ethnicBottom.concat('jean'), drape, ethnicEarring, ethnicShoe, ethnicBag],
  tunic: [ethnicBottom.concat('jean'), ethnicEarring, ethnicShoe, ethnicBag],
  anarkali: [['churidar', 'legging', ...ethnicBottom], drape, ethnicEarring, ethnicShoe, ethnicBag],
  'salwar suit': [drape, ethnicEarring, ethnicShoe, ethnicBag],
  palazzo: [['kurta', 'kurti', 'tunic', 'top'], drape, ethnicEarring, ethnicShoe],
  churidar: [['kurta', 'anarkali', 'sherwani', 'kurti'], drape.concat(mensLayer), ethnicShoe, ethnicEarring],
  legging: [['kurta', 'kurti', 'tunic', 'top'], drape, ethnicEarring, ethnicShoe],
  salwar: [['kurta', 'kurti'], drape, ethnicEarring, ethnicShoe],
  sharara: [['kurta', 'kurti'], drape, ethnicEarring, ethnicShoe],
  pyjama: [['kurta', 'sherwani'], mensLayer, ethnicShoe],
  dhoti: [['kurta'], mensLayer, ethnicShoe],
  dupatta: [['kurta', 'anarkali', 'kurti', 'lehenga'], ethnicBottom, ethnicEarring, ethnicShoe],
  saree: [['blouse', 'saree blouse'], ['petticoat', 'saree shapewear'], ethnicEarring, ethnicBag, ethnicShoe],
  blouse: [['saree', 'lehenga', 'skirt'], ethnicEarring, ethnicBag, ethnicShoe],
  lehenga: [['blouse', 'choli', 'dupatta'], ethnicEarring, ethnicBag, ethnicShoe],
  sherwani: [['churidar', 'pyjama', 'dhoti'], ['stole', 'safa', 'dupatta'], ethnicShoe],
  'nehru jacket': [['kurta', 'shirt'], mensBottom, ethnicShoe],
  waistcoat: [['kurta', 'shirt'], ['trouser', 'churidar', 'pyjama'], westernShoe.concat(ethnicShoe)],
  jhumka: [['kurta', 'saree', 'anarkali', 'lehenga'], ['dupatta', 'stole'], ethnicShoe, ethnicBag],
  mojari: [['kurta', 'anarkali', 'sherwani'], ethnicBottom.concat(mensBottom), drape.concat(mensLayer)],
  jutti: [['kurta', 'anarkali', 'lehenga'], ethnicBottom, drape, ethnicEarring],
  kolhapuri: [['kurta', 'kurti'], ethnicBottom, drape, ethnicEarring],
  potli: [['saree', 'lehenga', 'anarkali', 'kurta'], ethnicEarring, ethnicShoe],
  shirt: [westernBottom, layer, belt, westernShoe, westernBag],
  't shirt': [westernBottom, layer, westernShoe, westernBag, belt],
  top: [westernBottom, layer, jewel, westernShoe, westernBag],
  sweater: [westernBottom, ['shirt', 't shirt'], westernShoe, drape],
  jacket: [['t shirt', 'shirt', 'top', 'kurta'], westernBottom, westernShoe, westernBag],
  blazer: [['shirt', 'top'], ['trouser', 'chino', 'skirt', 'jean'], westernShoe, belt],
  coat: [['sweater', 'shirt'], westernBottom, westernShoe, drape],
  jean: [westernTop, layer, belt, westernShoe, westernBag],
  trouser: [['shirt', 'top', 't shirt'], ['blazer', ...layer], belt, westernShoe],
  chino: [['shirt', 't shirt'], layer, belt, westernShoe],
  pant: [westernTop, layer, belt, westernShoe],
  short: [['t shirt', 'shirt', 'top'], westernShoe, belt],
  skirt: [['top', 'blouse', 'shirt', 't shirt'], layer, jewel, westernShoe, westernBag],
  dress: [layer, jewel, westernShoe, westernBag],
  gown: [jewel, ['clutch', ...westernBag], ['heel', 'sandal'], drape],
  jumpsuit: [layer, jewel, westernShoe, westernBag],
  sneaker: [westernBottom, ['t shirt', 'shirt'], layer],
  loafer: [['trouser', 'chino', 'jean'], ['shirt'], ['blazer', ...layer], belt],
  belt: [['trouser', 'jean', 'chino'], ['shirt'], westernShoe],
  frock: [layer, westernShoe, jewel],
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

/** The retailer's own types that fill a slot, the more fitting first. */
export function typesForSlot(slot: Slot, productTypes: readonly string[]): readonly string[] {
  return slot.flatMap((wanted) => {
    const exact = productTypes.filter((type) => normalType(type) === wanted);
    return exact.length > 0 ? exact : productTypes.filter((type) => normalType(type).endsWith(` ${wanted}`));
  });
}
