/**
 * Everyday colour words and the fashion names that shops give their shades. The everyday word asks for all of its
 * shades; a shade asks for itself. Folded spelling; a shade may belong to two families.
 */
const families: Readonly<Record<string, readonly string[]>> = {
  blue: ['navy', 'indigo', 'sky', 'teal', 'turquoise', 'denim', 'cobalt', 'azure', 'royal'],
  red: ['madder', 'maroon', 'wine', 'burgundy', 'crimson', 'scarlet', 'cherry'],
  green: ['sage', 'olive', 'emerald', 'mint', 'pistachio', 'bottle', 'teal', 'khaki'],
  yellow: ['mustard', 'marigold', 'saffron', 'lemon', 'gold'],
  orange: ['rust', 'saffron', 'coral', 'peach', 'marigold', 'terracotta'],
  pink: ['rose', 'blush', 'fuchsia', 'coral', 'magenta', 'peach'],
  purple: ['plum', 'lilac', 'wine', 'lavender', 'violet', 'mauve'],
  brown: ['tan', 'rust', 'camel', 'chocolate', 'copper'],
  grey: ['charcoal', 'silver', 'slate'],
  white: ['ivory', 'cream', 'ecru'],
  beige: ['sand', 'ecru', 'camel', 'tan'],
  gold: ['brass'],
};

/** Whether a colour by its folded name is of the family that an everyday word names. */
export const isShadeOf = (word: string, name: string): boolean =>
  (families[word] ?? []).some((shade) => name.split(' ').includes(shade));

export const isColourFamily = (word: string): boolean => families[word] !== undefined;
