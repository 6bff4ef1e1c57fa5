import type { CartView } from '../../../contracts/session.ts';
import type { ListedBy, SpokenArgument } from '../../../core/agent/spoken-command.ts';
import type { Sentence } from '../../../core/agent/tool.ts';
import { pieceName } from '../../piece-name.ts';
import type { Texts } from '../../texts.ts';
import { call, type Goal, type GoalRoom, type Steps } from '../goal.ts';
import { lexiconOf } from '../lexicon.ts';
import { singular, tokensOf } from '../normalise.ts';
import { refer, shownIn } from '../references.ts';
import type { HeardCommand } from '../speech.ts';
import { besideCommand, namesPiece, type Wish } from '../understand.ts';
import type { Chosen } from './choose.ts';
import { failureReply } from './failure.ts';
import { lineOf } from './writes.ts';

type Values = Readonly<Record<string, unknown>>;
type Kind<Said extends SpokenArgument['said']> = Extract<SpokenArgument, { said: Said }>;

/** A worker's own command: its tool with what was said, and its own words for what came of it. */
export function* spoken(wish: Wish, room: GoalRoom): Goal {
  const { command } = wish;
  if (command === undefined) throw new Error('A wish of a worker without a command');
  const { texts } = room;
  const bound = yield* bind(wish, command, room);
  if (!bound.ok) return bound.reply;
  const result = yield { tool: command.tool, arguments: bound.value };
  if (!result.ok) {
    const { reason, details } = result.failure;
    const sentence = { key: `failed.${reason}`, values: sayable(details ?? {}, command.worker, texts) };
    const text = reason === undefined ? undefined : texts.said(command.worker, sentence);
    return text === undefined ? failureReply(result.failure, texts) : { text };
  }
  const { value } = result;
  const context = command.context === undefined ? undefined : value[command.context];
  const values = sayable(value, command.worker, texts);
  const key = `said.${command.name}`;
  const text = texts.said(command.worker, { key, values }, typeof context === 'string' ? context : undefined);
  if (text === undefined) throw new Error(`Worker ${command.worker} has no words for ${key}`);
  return { text };
}

function* bind(wish: Wish, command: HeardCommand, room: GoalRoom): Steps<Chosen<Values>> {
  const given: Record<string, unknown> = {};
  let left = wish;
  // Choices first: their words say nothing of the piece.
  const named = Object.entries(command.arguments ?? {}).sort(
    ([, a], [, b]) => Number(b.said === 'choice') - Number(a.said === 'choice'),
  );
  for (const [name, argument] of named) {
    switch (argument.said) {
      case 'choice': {
        const listed = yield* listOf(argument, command, room);
        if (!listed.ok) return listed;
        const chosen = choiceIn(left, argument, listed.value);
        if (chosen === undefined) break;
        given[name] = chosen.item[argument.value];
        left = withoutWords(left, chosen.words, room);
        break;
      }
      case 'bag-line': {
        const line = yield* bagLine(left, argument, command, room);
        if (!line.ok) return line;
        given[name] = line.value;
        break;
      }
      case 'quantity':
        given[name] = left.quantity;
        break;
      case 'text':
        if (wish.text === '') {
          const text = room.texts.said(command.worker, { key: `ask.${name}` });
          if (text !== undefined) return { ok: false, reply: { text } };
        }
        given[name] = wish.text || undefined;
        break;
    }
  }
  return {
    ok: true,
    value: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
}

function* listOf(
  { tool, list }: ListedBy,
  command: HeardCommand,
  { texts }: GoalRoom,
): Steps<Chosen<readonly Values[]>> {
  const listed = yield { tool, arguments: {} };
  if (listed.ok) {
    const items = listed.value[list];
    return { ok: true, value: Array.isArray(items) ? items : [] };
  }
  const { reason, details } = listed.failure;
  const sentence = { key: `failed.${reason}`, values: sayable(details ?? {}, command.worker, texts) };
  const text = reason === undefined ? undefined : texts.said(command.worker, sentence);
  return { ok: false, reply: text === undefined ? failureReply(listed.failure, texts) : { text } };
}

const wordsOf = (name: unknown): readonly string[] => tokensOf(String(name)).map(singular);

/** The item with most of the words by which it differs from the others; undefined where that is none or several. */
function choiceIn(
  { beside = [] }: Wish,
  { name }: Kind<'choice'>,
  items: readonly Values[],
): { readonly item: Values; readonly words: readonly string[] } | undefined {
  const said = new Set(beside.map(singular));
  const shared = (word: string) =>
    items.length > 1 && items.every((item) => wordsOf(item[name]).includes(word));
  const ranked = items
    .map((item) => ({ item, words: wordsOf(item[name]).filter((word) => said.has(word) && !shared(word)) }))
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length);
  const [best, next] = ranked;
  return best !== undefined && best.words.length > (next?.words.length ?? 0) ? best : undefined;
}

function withoutWords(wish: Wish, words: readonly string[], { state }: GoalRoom): Wish {
  const beside = (wish.beside ?? []).filter((token) => !words.includes(singular(token)));
  const { intent, command, text, pointing, lot } = wish;
  return {
    ...besideCommand(beside, lexiconOf(state.vocabulary)),
    intent,
    pointing,
    lot,
    ...(command !== undefined && { command }),
    ...(text !== undefined && { text }),
  };
}

/** The line's SKU; undefined where none was meant. Asks where one was, and it is not clear which. */
function* bagLine(
  wish: Wish,
  { except }: Kind<'bag-line'>,
  command: HeardCommand,
  room: GoalRoom,
): Steps<Chosen<string | undefined>> {
  const { state, texts } = room;
  const meant = namesPiece(wish) || wish.pointing || wish.colour !== undefined || wish.size !== undefined;
  if (!meant || (wish.lot && !namesPiece(wish))) return { ok: true, value: undefined };
  // What went in during this turn is not in the view that it began with.
  const bag = state.steps.length === 0 ? undefined : yield* call('get_cart', {});
  let { lines } = bag?.ok ? bag.value : state.session.cart;
  if (lines.length === 0) return { ok: true, value: undefined };
  if (except !== undefined) {
    const listed = yield* listOf(except, command, room);
    if (!listed.ok) return listed;
    lines = lines.filter(({ sku }) => !listed.value.some((item) => item[except.value] === sku));
  }
  const line = pointedAt(wish, lines, room) ?? lineOf(wish, lines);
  if (line !== undefined) return { ok: true, value: line.sku };
  const list = texts.list(
    lines.map((row) => pieceName(row, texts)),
    'disjunction',
  );
  return { ok: false, reply: { text: texts.t('ask.whichLine', { list }), asks: true } };
}

/** `The second one` of a list that was shown, or `it`, where the bag has just one of it. */
function pointedAt(
  wish: Wish,
  lines: CartView['lines'],
  { state }: GoalRoom,
): CartView['lines'][number] | undefined {
  const reference = refer(wish, shownIn(state));
  if (reference.found !== 'piece') return undefined;
  const [line, ...others] = lines.filter(({ handle }) => handle === reference.piece.handle);
  return others.length === 0 ? line : undefined;
}

/** Values of a result that a sentence can have; of lists, their items in the worker's words. */
function sayable(values: Values, worker: string, texts: Texts): NonNullable<Sentence['values']> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      if (isSayable(value)) return [[name, value]];
      if (!Array.isArray(value)) return [];
      const items = value.flatMap((item: unknown) => {
        if (typeof item === 'string') return [item];
        if (typeof item !== 'object' || item === null) return [];
        const key = `item.${name}`;
        return texts.said(worker, { key, values: sayable(item as Values, worker, texts) }) ?? [];
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
