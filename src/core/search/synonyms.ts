/** Words for one thing across regions; each finds the others. Kept small: the catalogue's own words come first. */
const groups: readonly (readonly string[])[] = [
  ['tshirt', 'tee'],
  ['trousers', 'pants'],
  ['sweater', 'jumper', 'pullover'],
  ['sneakers', 'trainers'],
  ['handbag', 'purse'],
  ['sari', 'saree'],
  ['lehenga', 'lengha', 'ghagra'],
  ['kurti', 'kurta'],
  ['salwar', 'shalwar'],
  ['scarf', 'stole'],
  ['grey', 'gray'],
  ['maroon', 'burgundy', 'wine'],
  ['hoodie', 'sweatshirt'],
  ['jewellery', 'jewelry'],
  ['multicolour', 'multicolor'],
];

const bySpelling = new Map<string, readonly string[]>();
for (const group of groups) {
  for (const word of group) {
    bySpelling.set(
      word,
      group.filter((other) => other !== word),
    );
  }
}

export const synonymsOf = (word: string): readonly string[] => bySpelling.get(word) ?? [];
