import type { Line } from './vocabulary/types.ts';

const women = {
  chest: 'XS 78-82, S 83-87, M 88-92, L 93-98, XL 99-104, XXL 105-110',
  waist: 'XS 60-64, S 65-69, M 70-74, L 75-80, XL 81-87, XXL 88-94',
  hips: 'XS 85-89, S 90-94, M 95-99, L 100-105, XL 106-111, XXL 112-117',
};
const men = {
  chest: 'S 88-94, M 95-101, L 102-108, XL 109-115, XXL 116-122',
  waist: 'S 74-79, M 80-85, L 86-92, XL 93-99, XXL 100-107',
};

/** By brand, garment and department: a few makers say which bodies their sizes are for. */
const charts: Readonly<Record<string, string>> = {
  'Marigold Loom/Kurta/women': `chest (cm): ${women.chest}; hips (cm): ${women.hips}`,
  'Marigold Loom/Kurta/men': `chest (cm): ${men.chest}`,
  'Marigold Studio/Dress/women': `chest (cm): ${women.chest}; waist (cm): ${women.waist}; hips (cm): ${women.hips}`,
  'Marigold/Shirt/men': `chest (cm): ${men.chest}; waist (cm): ${men.waist}`,
  'Marigold Denim/Jeans/women': 'waist (in): 26 25-26, 28 27-28, 30 29-30, 32 31-32, 34 33-34',
  'Marigold Denim/Jeans/men': 'waist (in): 30 29-30, 32 31-32, 34 33-34, 36 35-36, 38 37-38',
  'Marigold/Sneakers/women':
    'foot (cm): UK 3 21.6-22.1, UK 4 22.2-22.9, UK 5 23-23.8, UK 6 23.9-24.6, UK 7 24.7-25.4',
  'Marigold/Sneakers/men':
    'foot (cm): UK 6 24-24.6, UK 7 24.7-25.4, UK 8 25.5-26.2, UK 9 26.3-27.1, UK 10 27.2-27.9',
  'Marigold Kids/Kurta/children':
    'height (cm): 2-3Y 92-98, 4-5Y 104-110, 6-7Y 116-122, 8-9Y 128-134, 10-11Y 140-146',
};

export const sizeChartOf = ({ brand, type, department }: Line): string =>
  charts[`${brand}/${type}/${department}`] ?? '';
