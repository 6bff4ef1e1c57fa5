import type { Product } from '../../../src/contracts/catalogue.ts';
import { createRandom, pick } from '../../support/seeded.ts';

export const garments = (
  'Kurta Saree Lehenga Dupatta Anarkali Sherwani Salwar Palazzo Kurti Blazer Shirt Tshirt Jeans Trousers Chinos Skirt ' +
  'Dress Jumpsuit Cardigan Sweater Hoodie Jacket Coat Shorts Leggings Joggers Sneakers Loafers Sandals Boots Juttis ' +
  'Scarf Belt Handbag Clutch Earrings Necklace Bangles Stole Waistcoat'
).split(' ');
export const colours = (
  'Ivory,Black,White,Navy Blue,Sky Blue,Teal,Emerald,Olive,Mustard,Rust,Maroon,Blush Pink,Magenta,Lavender,Charcoal,' +
  'Beige,Coral,Turquoise,Indigo,Gold'
).split(',');
export const fabrics =
  'Cotton Silk Linen Georgette Chiffon Velvet Denim Wool Khadi Chanderi Organza Crepe Rayon Modal Jacquard'.split(
    ' ',
  );
const patterns =
  'Embroidered Printed Solid Striped Checked Bandhani Ikat Floral Paisley Block-printed Sequinned Pleated'.split(
    ' ',
  );
export const occasions = 'Wedding Festive Casual Office Party Travel Haldi Sangeet Brunch Evening'.split(' ');
const brands =
  'Mehrgarh Anokhi Saanjh Ridgeline Kalamkari Northfold Maati Vastra Tarang Oakmere Zariwala Halcyon'.split(
    ' ',
  );
const departments = ['women', 'men', 'children'];
export const sizes = ['XS', 'S', 'M', 'L', 'XL'];

/** A made-up catalogue of the given number of variants, ten a product, the same for a seed. */
export function makeCatalogue(variants: number, seed = 7): readonly Product[] {
  const random = createRandom(seed);
  return Array.from({ length: variants / 10 }, (_, index): Product => {
    const garment = pick(random, garments);
    const fabric = pick(random, fabrics);
    const pattern = pick(random, patterns);
    const occasion = pick(random, occasions);
    const brand = pick(random, brands);
    const base = 49_900 + Math.floor(random() * 90) * 5_000;
    const two = [pick(random, colours), pick(random, colours)];
    const handle = `${pattern}-${fabric}-${garment}-${index}`.toLowerCase();
    return {
      handle,
      title: `${brand} ${pattern} ${fabric} ${garment}`,
      description: `A ${pattern.toLowerCase()} ${garment.toLowerCase()} in ${fabric.toLowerCase()} for ${occasion.toLowerCase()} days.`,
      brand,
      productType: garment,
      department: pick(random, departments),
      tags: [`fabric:${fabric}`, `pattern:${pattern}`, `occasion:${occasion}`],
      attributes: { fabric: [fabric], pattern: [pattern], occasion: [occasion] },
      currency: 'INR',
      images: [],
      variants: two.flatMap((colour, which) =>
        sizes.map((size, place) => {
          const number = index * 10 + which * 5 + place + 1;
          return {
            sku: `SKU-${number}`,
            number,
            handle,
            barcode: null,
            size,
            colour,
            options: [
              { name: 'Size', value: size },
              { name: 'Colour', value: colour },
            ],
            price: base,
            compareAtPrice: null,
            image: null,
          };
        }),
      ),
    };
  });
}
