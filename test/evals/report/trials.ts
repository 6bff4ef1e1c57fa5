import type { Outcome } from '../run.ts';
import { passesUpTo } from './passes.ts';

export interface Trials {
  readonly dialogues: number;
  readonly k: number;
  /** pass^1 to pass^k, in [0, 1]. */
  readonly passes: readonly number[];
  readonly tokens: number;
  /** Of all trials together. */
  readonly milliseconds: number;
}

/** A trial passes when tools, arguments and end state are right. */
export function trialsOf(outcomes: readonly Outcome[], k: number): Trials {
  const passed = new Map<string, number>();
  for (const { dialogue, score } of outcomes) {
    const right = score.tools && score.arguments && score.state;
    passed.set(dialogue.id, (passed.get(dialogue.id) ?? 0) + (right ? 1 : 0));
  }
  return {
    dialogues: passed.size,
    k,
    passes: passesUpTo(k, [...passed.values()]),
    tokens: outcomes.reduce((sum, { tokens }) => sum + tokens, 0),
    milliseconds: Math.round(outcomes.reduce((sum, { milliseconds }) => sum + milliseconds, 0)),
  };
}

export const trialsText = ({ dialogues, k, passes, tokens, milliseconds }: Trials): string =>
  [
    `${dialogues} dialogues, ${k} ${k === 1 ? 'trial' : 'trials'} each`,
    ...passes.map((pass, index) => `pass^${index + 1}  ${(pass * 100).toFixed(1)} %`),
    `tokens  ${tokens}`,
    `time    ${(milliseconds / 1000).toFixed(1)} s`,
  ].join('\n');
