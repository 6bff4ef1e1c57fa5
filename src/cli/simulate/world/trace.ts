import { createHash } from 'node:crypto';

/** What happened in a run, in order: always as a hash, and in words where someone will read it. */
export interface Trace {
  /** One event of an actor with its outcome; `detail` must be the same whenever the run is repeated. */
  note(actor: string, what: string, detail?: string): void;
  hash(): string;
  /** The lines so far; empty unless they are kept. */
  lines(): readonly string[];
}

export function createTrace(now: () => number, { keep }: { readonly keep: boolean }): Trace {
  const hash = createHash('sha256');
  const kept: string[] = [];
  return {
    note: (actor, what, detail = '') => {
      const line = `${now()} ${actor}: ${what}${detail === '' ? '' : ` (${detail})`}`;
      hash.update(`${line}\n`);
      if (keep) kept.push(line);
    },
    hash: () => hash.copy().digest('hex').slice(0, 16),
    lines: () => kept,
  };
}
