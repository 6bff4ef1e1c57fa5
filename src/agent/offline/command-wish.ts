import { intentOf } from './intents.ts';
import type { Lexicon } from './lexicon.ts';
import type { PriceRange } from './prices.ts';
import { wishIn } from './read-wish.ts';
import { commandOf, type HeardCommand, type Speech, type wholeCommandOf } from './speech.ts';
import type { Wish } from './wish.ts';
import { plurals, pronouns, wholeLot } from './words/small-words.ts';

/** What all that was said is, of a worker's command. */
export function wholeWish(
  { command, kept }: NonNullable<ReturnType<typeof wholeCommandOf>>,
  lexicon: Lexicon,
): Wish {
  const parts = Object.entries(kept).map(
    ([name, said]) => [name, besideCommand(said.trim().split(' '), lexicon)] as const,
  );
  return { ...wishIn('', lexicon, undefined), intent: 'worker', command, parts: Object.fromEntries(parts) };
}

/** One clause: a worker's command where one is heard, else by its own words. */
export function wishOf(clause: string, lexicon: Lexicon, speech: Speech, price: PriceRange): Wish {
  const all = clause.split(' ');
  const heard = commandOf(clause, speech, ({ command, words }) => {
    if (command.onlyWith === undefined) return true;
    const wish = besideCommand(
      all.filter((token) => !words.has(token)),
      lexicon,
    );
    return command.onlyWith.some((name) => detailOf(command, name, { ...wish, price }) !== undefined);
  });
  if (heard === undefined) return wishIn(clause, lexicon, intentOf(clause));
  const beside = all.filter((token) => !heard.words.has(token));
  return {
    ...besideCommand(beside, lexicon),
    intent: 'worker',
    command: heard.command,
    ...(needsBaggedTrial(heard.command) && { otherwise: wishIn(clause, lexicon, intentOf(clause)) }),
    pointing: all.some((token) => pronouns.has(token) || heard.pointing.has(token)),
    lot: all.some((token) => wholeLot.has(token) || plurals.has(token)),
  };
}

const needsBaggedTrial = ({ arguments: named = {} }: HeardCommand): boolean =>
  Object.values(named).some((argument) => argument.said === 'on-trial' && argument.inBag === true);

/** What was said of an argument that is a detail. */
export function detailOf(command: HeardCommand, name: string, wish: Wish): string | number | undefined {
  const argument = command.arguments?.[name];
  if (argument?.said !== 'detail') return undefined;
  switch (argument.detail) {
    case 'budget':
      return wish.price.maximum;
    case 'size':
      return wish.size ?? (wish.number === undefined ? undefined : String(wish.number));
    case 'occasion':
    case 'department':
      return wish[argument.detail];
  }
}

/** What the words beside a worker's command say: which piece, how many. */
export function besideCommand(beside: readonly string[], lexicon: Lexicon): Wish {
  return { ...wishIn(beside.join(' '), lexicon, undefined), beside };
}
