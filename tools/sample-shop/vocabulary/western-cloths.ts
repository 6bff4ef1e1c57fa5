import { cloth } from './types.ts';

export const linen = cloth(
  'Washed linen',
  'linen',
  'linen',
  'white sage sand',
  'Linen, washed until it is soft',
  'Woven in Kerala.',
  'everyday travel',
  400,
);
export const poplin = cloth(
  'Poplin',
  'cotton',
  'plain',
  'white sky black',
  'Smooth cotton poplin',
  'Made in Tiruppur.',
  'office everyday',
);
export const oxford = cloth(
  'Oxford',
  'cotton',
  'plain',
  'sky white blush',
  'Sturdy cotton Oxford',
  'Made in Bengaluru.',
  'office everyday',
  100,
);
export const gingham = cloth(
  'Gingham',
  'cotton',
  'gingham',
  'sky madder bottle-green',
  'Yarn-dyed cotton gingham',
  'Woven in Erode.',
  'everyday travel',
);
export const stripe = cloth(
  'Breton stripe',
  'cotton',
  'stripe',
  'navy madder olive',
  'Heavy cotton jersey with woven stripes',
  'Made in Tiruppur.',
  'everyday travel',
  100,
);
export const pinstripe = cloth(
  'Pinstripe',
  'cotton',
  'pinstripe',
  'navy charcoal sky',
  'Cotton with a chalk-thin stripe',
  'Made in Bengaluru.',
  'office',
  200,
);
export const madras = cloth(
  'Madras check',
  'cotton',
  'check',
  'madder navy mustard',
  'Light cotton in a madras check',
  'Woven in Chennai.',
  'everyday travel',
  100,
);
export const jersey = cloth(
  'Organic jersey',
  'cotton',
  'plain',
  'black white marigold teal',
  'Organic cotton jersey',
  'Made in Tiruppur.',
  'everyday travel',
);
export const slub = cloth(
  'Slub jersey',
  'cotton',
  'plain',
  'sage coral grey',
  'Slubbed cotton with an easy drape',
  'Made in Tiruppur.',
  'everyday',
);
export const crepe = cloth(
  'Crêpe',
  'viscose',
  'plain',
  'black wine emerald',
  'Fluid viscose crêpe that does not crease',
  'Made in Noida.',
  'party office',
  500,
);
export const viscoseFloral = cloth(
  'Meadow floral',
  'viscose',
  'floral',
  'navy rose sage',
  'Soft viscose with a scattered flower',
  'Printed in Jaipur.',
  'everyday party',
  200,
);
export const polka = cloth(
  'Polka dot',
  'viscose',
  'polka',
  'black rust navy',
  'Fluid viscose with a small dot',
  'Made in Noida.',
  'party everyday',
  200,
);
export const satin = cloth(
  'Satin',
  'satin',
  'plain',
  'emerald gold plum',
  'Heavy satin with a low shine',
  'Made in Surat.',
  'party evening-wedding',
  700,
);
export const denim = cloth(
  'Rigid denim',
  'denim',
  'denim',
  'denim black',
  'Twelve-ounce cotton denim',
  'Made in Ahmedabad.',
  'everyday travel',
);
export const stretchDenim = cloth(
  'Stretch denim',
  'denim',
  'denim',
  'black navy grey',
  'Cotton denim with two percent stretch',
  'Made in Ahmedabad.',
  'everyday',
  100,
);
export const twill = cloth(
  'Cotton twill',
  'cotton',
  'plain',
  'sand olive navy',
  'Brushed cotton twill',
  'Made in Bengaluru.',
  'office everyday',
  100,
);
export const corduroy = cloth(
  'Needlecord',
  'cotton',
  'stripe',
  'rust bottle-green brown',
  'Fine-ribbed cotton corduroy',
  'Made in Ludhiana.',
  'everyday travel',
  300,
);
export const merino = cloth(
  'Merino',
  'wool',
  'knit',
  'charcoal mustard wine',
  'Fine merino, fully fashioned',
  'Knitted in Ludhiana.',
  'office travel',
  900,
);
export const cottonKnit = cloth(
  'Cotton cable',
  'cotton',
  'knit',
  'ivory navy coral',
  'Combed cotton in a cable stitch',
  'Knitted in Ludhiana.',
  'everyday travel',
  300,
);
export const terry = cloth(
  'French terry',
  'cotton',
  'plain',
  'grey black lilac',
  'Loopback cotton terry',
  'Made in Tiruppur.',
  'everyday travel',
);
export const wool = cloth(
  'Herringbone wool',
  'wool',
  'herringbone',
  'charcoal brown navy',
  'Wool with a herringbone weave',
  'Woven in Dhariwal.',
  'office evening-wedding',
  1800,
);
export const suiting = cloth(
  'Tropical wool',
  'wool',
  'plain',
  'navy charcoal black',
  'Light wool that keeps its shape in the heat',
  'Woven in Bhilwara.',
  'office evening-wedding',
  1400,
);
