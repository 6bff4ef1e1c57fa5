import * as indian from './indian-cloths.ts';
import { cut, type Line } from './types.ts';
import * as western from './western-cloths.ts';

const children = { department: 'children', sizes: 'children', brand: 'Marigold Kids' } as const;
const easy = 'Machine wash cold';

export const childrenLines: readonly Line[] = [
  {
    ...children,
    code: 'CKU',
    type: 'Kurta',
    category: 'Apparel & Accessories > Clothing > Baby & Toddler Clothing',
    place: 'Rail P',
    care: 'Gentle machine wash, dry in shade',
    cloths: [indian.indigoBlock, indian.bagru, indian.khadi, indian.rawSilk, indian.sanganeri],
    cuts: [
      cut("children's kurta", 'kurta', 'soft collar, side slits, room to grow', 'straight', 899),
      cut("children's bandi", 'bandi', 'sleeveless, cotton lined', 'regular', 999),
    ],
  },
  {
    ...children,
    code: 'CLE',
    type: 'Lehenga',
    category: 'Apparel & Accessories > Clothing > Baby & Toddler Clothing',
    place: 'Rail P',
    care: 'Dry clean only',
    cloths: [indian.bandhani, indian.leheriya, indian.rawSilk],
    cuts: [cut("girls' lehenga", 'lehenga', 'with a short blouse, elastic waist', 'flared', 1999)],
  },
  {
    ...children,
    code: 'CFR',
    type: 'Dress',
    category: 'Apparel & Accessories > Clothing > Baby & Toddler Clothing',
    place: 'Rail Q',
    care: easy,
    cloths: [western.gingham, western.viscoseFloral, western.polka, indian.sanganeri, indian.indigoBlock],
    cuts: [cut("girls' frock", 'frock', 'gathered skirt, bow at the back', 'flared', 1099)],
  },
  {
    ...children,
    code: 'CTS',
    type: 'T-shirt',
    category: 'Apparel & Accessories > Clothing > Baby & Toddler Clothing',
    place: 'Rail Q',
    care: easy,
    cloths: [western.jersey, western.stripe, western.slub],
    cuts: [
      cut("children's T-shirt", 't-shirt', 'envelope neck that goes over any head', 'regular', 449),
      cut("children's sweatshirt", 'sweatshirt', 'ribbed cuffs that stay up', 'regular', 799),
    ],
  },
  {
    ...children,
    code: 'CSH',
    type: 'Shirt',
    category: 'Apparel & Accessories > Clothing > Baby & Toddler Clothing',
    place: 'Rail Q',
    care: easy,
    cloths: [western.madras, western.gingham, western.linen],
    cuts: [cut("boys' shirt", 'shirt', 'short collar, sleeves to roll up', 'regular', 799)],
  },
  {
    ...children,
    code: 'CDU',
    type: 'Dungarees',
    category: 'Apparel & Accessories > Clothing > Baby & Toddler Clothing',
    place: 'Rail Q',
    care: easy,
    cloths: [western.denim, western.corduroy, western.twill],
    cuts: [
      cut("children's dungarees", 'dungarees', 'straps with two lengths, knees doubled', 'relaxed', 1299),
      cut("children's shorts", 'shorts', 'elastic waist, deep pockets', 'regular', 649),
    ],
  },
];
