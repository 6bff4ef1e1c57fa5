import type { CartView } from '../../../contracts/session.ts';
import type { ListedBy, SpokenArgument } from '../../../core/agent/spoken-command.ts';
import { pieceName } from '../../piece-name.ts';
import { besideCommand, detailOf } from '../command-wish.ts';
import { call, type GoalRoom, type Reply, type Steps } from '../goal.ts';
import { lexiconOf } from '../lexicon.ts';
import { singular, tokensOf } from '../normalise.ts';
import { refer } from '../references.ts';
import { shownIn } from '../shown.ts';
import type { HeardCommand } from '../speech.ts';
import { merge, namesPiece, type Wish } from '../wish.ts';
import { lineOf } from './bag-lines.ts';
import type { Chosen } from './choose.ts';
import { chooseExactly } from './choose-exactly.ts';
import { failureReply } from './failure.ts';
import { failureOf, type Values } from './spoken-words.ts';
import { aboutHeld, heldOne } from './trials.ts';

type Kind<Said extends SpokenArgument['said']> = Extract<SpokenArgument, { said: Said }>;

/** The arguments of a command as they were said; asks for what is needed and not clear. */
export function* bind(wish: Wish, command: HeardCommand, room: GoalRoom): Steps<Chosen<Values>> {
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
      case 'text': {
        const asked = wish.text === '' ? asking(name, command, room) : undefined;
        if (asked !== undefined) return { ok: false, reply: asked };
        given[name] = wish.text || undefined;
        break;
      }
      case 'detail': {
        given[name] = detailOf(command, name, left);
        const asked = argument.needed && given[name] === undefined ? asking(name, command, room) : undefined;
        if (asked !== undefined) return { ok: false, reply: { ...asked, asks: true } };
        break;
      }
      case 'words': {
        const but = new Set(argument.but.flatMap(tokensOf));
        const words = (wish.parts?.[argument.in]?.beside ?? []).filter((word) => !but.has(word));
        given[name] = words.length === 0 ? undefined : words.join(' ');
        break;
      }
      case 'piece': {
        const exact = yield* chooseExactly(partOf(wish, argument), room);
        if (!exact.ok) return exact;
        given[name] = exact.value.sku;
        break;
      }
      case 'on-trial': {
        const held = heldOne(aboutHeld(wish, room), room);
        if (!held.ok) return held;
        given[name] = held.value.reservationId;
        break;
      }
      case 'order-line': {
        const line = yield* orderLine(partOf(wish, argument), room);
        if (!line.ok) return line;
        given[name] = line.value;
        break;
      }
    }
  }
  return {
    ok: true,
    value: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
}

function asking(name: string, command: HeardCommand, { texts }: GoalRoom): Reply | undefined {
  const text = texts.said(command.worker, { key: `ask.${name}` });
  return text === undefined ? undefined : { text };
}

/** The words that an argument was said in, and what was answered when it was asked about. */
function partOf(wish: Wish, { in: name }: { readonly in?: string }): Wish {
  const { parts, ...answers } = wish;
  const part = name === undefined ? undefined : parts?.[name];
  return part === undefined ? wish : merge(part, { ...answers, beside: part.beside ?? [] });
}

/** The SKU of the one line of the shopper's orders that was meant. */
function* orderLine(wish: Wish, { texts }: GoalRoom): Steps<Chosen<string>> {
  const listed = yield* call('list_orders', {});
  if (!listed.ok) return { ok: false, reply: failureReply(listed.failure, texts) };
  const lines = listed.value.orders.flatMap((order) => order.lines);
  if (lines.length === 0) return { ok: false, reply: { text: texts.t('failure.no-orders') } };
  const { productType = '', colour = '', size = '', words, beside = [] } = wish;
  const said = new Set([...beside, ...words, productType, colour, size].flatMap(wordsOf));
  const ranked = [...new Map(lines.map((line) => [line.sku, line])).values()]
    .map(({ sku, title, size: worn, colour: tint }) => ({
      sku,
      hits: [title, worn, tint].flatMap(wordsOf).filter((word) => said.has(word)).length,
    }))
    .sort((a, b) => b.hits - a.hits);
  const [best, next] = ranked;
  if (best !== undefined && best.hits > (next?.hits ?? 0)) return { ok: true, value: best.sku };
  const list = texts.list([...new Set(lines.map((line) => pieceName(line, texts)))], 'disjunction');
  return { ok: false, reply: { text: texts.t('ask.whichLine', { list }), asks: true } };
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
  return { ok: false, reply: failureOf(listed.failure, command.worker, texts) };
}

const wordsOf = (name: unknown): readonly string[] => tokensOf(String(name ?? '')).map(singular);

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
  const line =
    pointedAt(wish, lines, room) ??
    lineOf(wish, lines) ??
    (wish.pointing && !namesPiece(wish) ? lines.at(-1) : undefined);
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
