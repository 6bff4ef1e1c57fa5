import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { language } from '../../src/contracts/primitives.ts';
import { preferences } from '../../src/contracts/session.ts';
import { shopNames } from './shop/templates.ts';

/** What a dialogue is about; README.md of this folder says what each means. */
const kinds = [
  'single',
  'price',
  'negation',
  'typo',
  'mixed-wishes',
  'mixed-language',
  'multi-turn',
  'reference',
  'correction',
  'question',
  'decline',
  'failure',
  'small-talk',
  'out-of-scope',
] as const;

const callArguments = z.record(z.string(), z.unknown());
const plainCall = z.strictObject({ tool: z.string(), arguments: callArguments.default({}) });
const expectedCall = z.union([plainCall, z.strictObject({ either: z.array(plainCall).min(2) })]);
export type PlainCall = z.output<typeof plainCall>;

const turn = z.strictObject({
  say: z.string().min(1),
  /** To every confirmation of the turn, or to each in order (the last one goes on). */
  confirm: z.union([z.boolean(), z.array(z.boolean()).min(1)]).default(true),
  /** `context`: only brings the dialogue to where it is judged. */
  calls: z.union([z.array(expectedCall), z.literal('context')]),
  anyOrder: z.boolean().default(false),
  /** Beside `calls` (none, most often), reads of any kind are right; writes are not. */
  mayLook: z.boolean().default(false),
  /** No call but those in `calls` is right, however harmless. */
  exact: z.boolean().default(false),
  mustNot: z.array(z.string()).default([]),
  /** From this turn on. */
  hub: z.enum(['away', 'back']).optional(),
});
export type Turn = z.output<typeof turn>;

const piece = z.strictObject({
  sku: z.string().optional(),
  handle: z.string().optional(),
  size: z.string().optional(),
  colour: z.string().optional(),
  quantity: z.int().positive().default(1),
});
export type StartPiece = z.output<typeof piece>;

const start = z.strictObject({
  cart: z.array(piece).default([]),
  tryOn: z.array(piece).default([]),
  offer: z.string().optional(),
  /** A payment link for that bag is open. */
  payment: z.boolean().default(false),
  preferences: preferences.optional(),
});

const end = z.strictObject({
  cart: z.array(z.strictObject({ sku: z.string(), quantity: z.int().positive() })).optional(),
  /** Pieces held for trying on. */
  tryOn: z.array(z.strictObject({ sku: z.string(), quantity: z.int().positive().default(1) })).optional(),
  offer: z.string().nullable().optional(),
  /** State of the latest payment link, null when there is none. */
  payment: z.string().nullable().optional(),
  associateCalls: z.array(z.string()).optional(),
});
export type End = z.output<typeof end>;

/** What the scripted model answers to one request. */
const answer = z.union([
  z.strictObject({ says: z.string().min(1) }),
  /** Arguments as text are sent as they are, however broken. */
  z.strictObject({ calls: z.array(z.tuple([z.string(), z.union([callArguments, z.string()])])).min(1) }),
  z.strictObject({ fails: z.enum(['status', 'cut-off', 'garbage']) }),
]);
export type ModelAnswer = z.output<typeof answer>;

const whole = z.strictObject({
  id: z.string().regex(/^[\p{L}\p{M}\p{N}-]+$/u),
  language,
  kind: z.enum(kinds),
  shop: z.enum(shopNames).default('sample'),
  /** Name or phone of a customer; a guest without. */
  customer: z.string().optional(),
  start: start.default({ cart: [], tryOn: [], payment: false }),
  turns: z.array(turn).min(1),
  end: end.optional(),
  /** Why it is expected, for people. */
  note: z.string().optional(),
  /** Answers of the scripted model, one a request; such a dialogue is for the planner with a model only. */
  model: z.array(answer).min(1).optional(),
});

/** One utterance that is judged, after some that are not; in the small shop, all of its calls named. */
const short = z.strictObject({
  language,
  before: z.array(z.string()).default([]),
  say: z.string(),
  calls: z.array(plainCall),
  kind: z.enum(kinds).optional(),
  /** Why it is expected, for people. */
  note: z.string().optional(),
});

export const sets = ['first', 'second'] as const;
/** `first` is what the planner was tuned to; `second` was written without a look at it, and it was not tuned to that. */
export type DialogueSet = (typeof sets)[number];
export type Dialogue = z.output<typeof whole> & { readonly set: DialogueSet };

const files: readonly (readonly [file: string, set: DialogueSet])[] = [
  ['offline-first.json', 'first'],
  ['first.json', 'first'],
  ['first-more.json', 'first'],
  ['scripted.json', 'first'],
  ['second.json', 'second'],
];

export function readDialogues(): readonly Dialogue[] {
  const all = files.flatMap(([file, set]) =>
    readFile(path.join(import.meta.dirname, 'dialogues', file), set),
  );
  const ids = new Set<string>();
  for (const { id } of all) {
    if (ids.has(id)) throw new Error(`Two dialogues are called ${id}: give one another id.`);
    ids.add(id);
  }
  return all;
}

/** Errors name the file and the dialogue. */
function readFile(file: string, set: DialogueSet): readonly Dialogue[] {
  const entries = z.array(z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));
  const taken = new Map<string, number>();
  return entries.map((entry, index) => {
    const name = `${path.basename(file)}, dialogue ${index + 1}`;
    const isShort = typeof entry === 'object' && entry !== null && 'say' in entry;
    const parsed = isShort ? short.safeParse(entry) : whole.safeParse(entry);
    if (!parsed.success) throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
    if ('turns' in parsed.data) return { ...parsed.data, set };
    return { ...wholeOf(parsed.data, taken), set };
  });
}

function wholeOf(
  { language: spoken, before, say, calls, kind }: z.output<typeof short>,
  taken: Map<string, number>,
): z.output<typeof whole> {
  const name = `${spoken}-${slug([...before, say].join(' '))}`;
  const count = (taken.get(name) ?? 0) + 1;
  taken.set(name, count);
  const context = before.map((text) => turn.parse({ say: text, calls: 'context' }));
  return whole.parse({
    id: `short-${name}${count === 1 ? '' : `-${count}`}`,
    language: spoken,
    kind: kind ?? (before.length === 0 ? 'single' : 'multi-turn'),
    shop: 'small',
    turns: [...context, { say, calls, exact: true }],
  });
}

function slug(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  return plain.length <= 60 ? plain : `${plain.slice(0, 50)}-${checksum(text)}`;
}

function checksum(text: string): string {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 2_147_483_647;
  return sum.toString(36);
}
