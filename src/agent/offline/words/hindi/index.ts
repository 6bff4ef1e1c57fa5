import type { IntentWords } from '../../intent-names.ts';
import { buying } from './buying.ts';
import { finding } from './finding.ts';
import { orders } from './orders.ts';
import { talk } from './talk.ts';
import { trial } from './trial.ts';

export const hindi: IntentWords = { ...buying, ...finding, ...orders, ...talk, ...trial };
