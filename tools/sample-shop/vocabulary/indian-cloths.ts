import { cloth } from './types.ts';

export const indigoBlock = cloth(
  'Indigo block-print',
  'cotton',
  'block-print',
  'indigo',
  'Hand-blocked cotton',
  'Made in Bagru.',
  'everyday office travel',
);
export const bagru = cloth(
  'Bagru block-print',
  'cotton',
  'block-print',
  'madder olive mustard',
  'Cotton printed by hand with teak blocks',
  'Made in Bagru.',
  'everyday office',
);
export const ajrakh = cloth(
  'Ajrakh',
  'modal',
  'block-print',
  'indigo madder black',
  'Modal block-printed on both sides in madder and indigo',
  'Made in Ajrakhpur.',
  'everyday festive',
  400,
);
export const sanganeri = cloth(
  'Sanganeri floral',
  'cotton',
  'floral',
  'blush sky ivory',
  'Fine cambric with small poppies',
  'Printed in Sanganer.',
  'everyday travel',
  100,
);
export const kalamkari = cloth(
  'Kalamkari',
  'cotton',
  'paisley',
  'rust bottle-green indigo',
  'Cotton drawn and dyed with vegetable colours',
  'Made in Machilipatnam.',
  'everyday office',
  200,
);
export const bandhani = cloth(
  'Bandhani',
  'georgette',
  'bandhani',
  'fuchsia bottle-green madder',
  'Georgette tied dot by dot before dyeing',
  'Made in Bhuj.',
  'festive daytime-wedding',
  900,
);
export const leheriya = cloth(
  'Leheriya',
  'chiffon',
  'leheriya',
  'marigold turquoise rose',
  'Chiffon dyed in waves',
  'Made in Jaipur.',
  'festive daytime-wedding',
  800,
);
export const ikat = cloth(
  'Pochampally ikat',
  'cotton',
  'ikat',
  'navy maroon teal',
  'Handloom cotton with a double ikat',
  'Woven in Pochampally.',
  'office everyday',
  300,
);
export const chikankari = cloth(
  'Chikankari',
  'cotton',
  'embroidery',
  'white lilac mint',
  'Cotton mul embroidered by hand in shadow stitch',
  'Made in Lucknow.',
  'everyday daytime-wedding',
  900,
);
export const chanderi = cloth(
  'Chanderi',
  'silk cotton',
  'plain',
  'peach sage ivory',
  'Sheer silk cotton with a thin gold edge',
  'Woven in Chanderi.',
  'daytime-wedding festive',
  1200,
);
export const banarasi = cloth(
  'Banarasi brocade',
  'silk',
  'brocade',
  'wine emerald gold',
  'Katan silk with a woven zari pattern',
  'Woven in Varanasi.',
  'festive evening-wedding',
  3000,
);
export const khadi = cloth(
  'Khadi',
  'khadi',
  'linen',
  'ivory rust charcoal',
  'Hand-spun cotton that softens with every wash',
  'Spun in Wardha.',
  'everyday office',
);
export const mangalgiri = cloth(
  'Mangalgiri',
  'cotton',
  'plain',
  'teal plum saffron',
  'Crisp handloom cotton with a nizam border',
  'Woven in Mangalgiri.',
  'office everyday',
  100,
);
export const maheshwari = cloth(
  'Maheshwari',
  'silk cotton',
  'stripe',
  'coral navy pistachio',
  'Light silk cotton with fine stripes',
  'Woven in Maheshwar.',
  'festive office',
  1100,
);
export const velvet = cloth(
  'Zardozi velvet',
  'velvet',
  'embroidery',
  'wine bottle-green navy',
  'Soft velvet with gold thread laid by hand',
  'Made in Bareilly.',
  'party evening-wedding',
  2600,
);
export const rawSilk = cloth(
  'Raw silk',
  'silk',
  'plain',
  'marigold emerald maroon',
  'Raw silk with a slubbed, quiet shine',
  'Woven in Bhagalpur.',
  'festive daytime-wedding',
  1600,
);
