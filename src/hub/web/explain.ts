import type { Failure } from '../../contracts/result.ts';
import type { Translate } from './translate.ts';

/** A failure in the shopper's language by its reason; in its own words where we have none. */
export function explain(t: Translate, failure: Failure): string {
  if (failure.kind === 'internal') return t('failure.internal');
  const key = `failure.${failure.reason ?? 'none'}`;
  const facts: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(failure.details ?? {})) {
    if (typeof value === 'string' || typeof value === 'number') facts[name] = value;
  }
  const words = t(key, facts);
  return words === key ? failure.message : words;
}
