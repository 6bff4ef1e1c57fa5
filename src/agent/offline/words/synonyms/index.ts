import { productTypes } from './garments.ts';
import { colours, fabrics, patterns } from './looks.ts';
import { departments, occasions, sizes } from './wearers.ts';

/**
 * Other words for what a fashion shop's vocabulary names, by an English word that the vocabulary is searched with.
 * Input only: nothing here is ever shown.
 */
export const synonyms = { productTypes, colours, fabrics, occasions, departments, patterns, sizes };
