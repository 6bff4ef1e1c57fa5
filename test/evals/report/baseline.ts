import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Outcome } from '../run.ts';
import { measures } from './totals.ts';

/** What was wrong of a dialogue, or nothing. */
const wrong = z
  .string()
  .transform((text) => text.split(' '))
  .pipe(z.array(z.enum(['right', ...measures])));
/** By planner and dialogue. */
const baseline = z.partialRecord(z.enum(['offline', 'scripted']), z.record(z.string(), wrong));
export type Baseline = z.output<typeof baseline>;
type Written = z.input<typeof baseline>;

export interface Comparison {
  /** Right before and wrong now, with what. */
  readonly fallen: readonly string[];
  /** Wrong before and right now. */
  readonly mended: readonly string[];
  /** Not in the baseline, and wrong. */
  readonly newAndWrong: readonly string[];
  /** In the baseline and not here any more. */
  readonly gone: readonly string[];
  readonly added: number;
}

const file = path.join(import.meta.dirname, '..', 'baseline.json');

export const readBaseline = (): Baseline =>
  existsSync(file) ? baseline.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};

export const writeBaseline = (content: Baseline): void => {
  const written: Written = Object.fromEntries(
    Object.entries(content).map(([planner, rows]) => [
      planner,
      Object.fromEntries(Object.entries(rows).map(([id, words]) => [id, words.join(' ')])),
    ]),
  );
  writeFileSync(file, `${JSON.stringify(written, null, 2)}\n`);
};

/** Of these dialogues of the offline planner, in [0, 1], how many were right in this. */
export const shareOf = (
  { offline = {} }: Baseline,
  ids: readonly string[],
  measure: (typeof measures)[number],
): number =>
  ids.filter((id) => offline[id] !== undefined && !offline[id].includes(measure)).length /
  Math.max(1, ids.length);

const wrongOf = ({ score }: Outcome): (typeof measures)[number][] =>
  measures.filter((measure) => !score[measure]);

const wordsOf = (outcome: Outcome): ('right' | (typeof measures)[number])[] => {
  const wrong = wrongOf(outcome);
  return wrong.length === 0 ? ['right'] : wrong;
};

/** `whole`: all dialogues were played, so that one that is missing is gone. */
export function compare(before: Baseline, outcomes: readonly Outcome[], whole: boolean): Comparison {
  const fallen: string[] = [];
  const mended: string[] = [];
  const newAndWrong: string[] = [];
  let added = 0;
  for (const outcome of outcomes) {
    if (outcome.planner === 'llm') continue;
    const { id } = outcome.dialogue;
    const known = before[outcome.planner]?.[id];
    const now = wrongOf(outcome);
    if (known === undefined) {
      added += 1;
      if (now.length > 0) newAndWrong.push(`${id}: ${now.join(', ')}`);
      continue;
    }
    const worse = now.filter((measure) => !known.includes(measure));
    if (worse.length > 0) fallen.push(`${id}: ${worse.join(', ')}`);
    else if (now.length < known.filter((word) => word !== 'right').length) mended.push(id);
  }
  const played = new Set(outcomes.map(({ dialogue }) => dialogue.id));
  const gone = whole
    ? Object.values(before).flatMap((known) => Object.keys(known).filter((id) => !played.has(id)))
    : [];
  return { fallen, mended, newAndWrong, gone, added };
}

/** The baseline with what was played in place of what it said of that; of what is gone nothing, when all were played. */
export function updated(before: Baseline, outcomes: readonly Outcome[], whole: boolean): Baseline {
  const rows = (planner: 'offline' | 'scripted') => {
    const kept = whole ? {} : before[planner];
    const played = outcomes
      .filter((outcome) => outcome.planner === planner)
      .map((outcome) => [outcome.dialogue.id, wordsOf(outcome)] as const);
    return Object.fromEntries(
      Object.entries({ ...kept, ...Object.fromEntries(played) }).sort(([left], [right]) =>
        left < right ? -1 : 1,
      ),
    );
  };
  return { offline: rows('offline'), scripted: rows('scripted') };
}

/** A dialogue that fell, or is gone, fails the run; a new one that is wrong is only told of. */
export const holds = ({ fallen, gone }: Comparison): boolean => fallen.length === 0 && gone.length === 0;

export function comparisonText({ fallen, mended, newAndWrong, gone, added }: Comparison): string {
  const part = (title: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`${title}:`, ...names.map((name) => `  ${name}`)];
  const lines = [
    ...part('fallen behind the baseline', fallen),
    ...part('in the baseline and gone', gone),
    ...part('new and wrong', newAndWrong),
    ...part('mended (--update-baseline keeps that)', mended),
  ];
  if (added > 0) lines.push(`${added} not in the baseline yet (--update-baseline takes them in)`);
  return lines.length === 0 ? 'as the baseline' : lines.join('\n');
}
