import type { IntentWords } from '../../intent-names.ts';
import { buying } from './buying.ts';
import { finding } from './finding.ts';
import { orders } from './orders.ts';
import { talk } from './talk.ts';
import { trial } from './trial.ts';

/** With what is said in Hindi and English at once, in Latin letters. */
export const english: IntentWords = { ...buying, ...trial, ...finding, ...orders, ...talk };
