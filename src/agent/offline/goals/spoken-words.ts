import type { Failure } from '../../../contracts/result.ts';
import type { Sentence } from '../../../core/agent/tool.ts';
import type { Texts } from '../../texts.ts';
import type { Reply } from '../goal.ts';
import { failureReply } from './failure.ts';

export type Values = Readonly<Record<string, unknown>>;

/** In the worker's words where it has such, else in the agent's. */
export function failureOf(failure: Failure, worker: string, texts: Texts): Reply {
  const { reason, details } = failure;
  if (reason === undefined) return failureReply(failure, texts);
  const text = texts.said(worker, {
    key: `failed.${reason}`,
    values: sayable(details ?? {}, worker, texts),
  });
  return text === undefined ? failureReply(failure, texts) : { text };
}

/** Values of a result that a sentence can have; of lists, their items in the worker's words, chosen by their `type` where they have one. */
export function sayable(values: Values, worker: string, texts: Texts): NonNullable<Sentence['values']> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      if (isSayable(value)) return [[name, value]];
      if (!Array.isArray(value)) return [];
      const items = value.flatMap((item: unknown) => {
        if (typeof item === 'string') return [item];
        if (typeof item !== 'object' || item === null) return [];
        const { type } = item as Values;
        const sentence = { key: `item.${name}`, values: sayable(item as Values, worker, texts) };
        return texts.said(worker, sentence, typeof type === 'string' ? type : undefined) ?? [];
      });
      return [[name, texts.list(items)]];
    }),
  );
}

type Sayable = NonNullable<Sentence['values']>[string];
function isSayable(value: unknown): value is Sayable {
  if (typeof value === 'string' || typeof value === 'number') return true;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return (
    ('amount' in value && 'currency' in value) || ('title' in value && 'size' in value && 'colour' in value)
  );
}
