import type { Card } from '../contracts/card.ts';
import type { ToolStep } from '../core/agent/planner.ts';
import type { Texts } from './texts.ts';

const titles: Readonly<Record<string, string>> = {
  recommend_products: 'recommended',
  find_similar: 'similar',
  compare_products: 'compared',
};

/** A tool does not know the shopper's language: titles that are words are written here. */
function titled(step: ToolStep, card: Card, { t }: Texts): Card {
  if (!('title' in card) || card.title !== '') return card;
  if (card.type === 'bundle') return { ...card, title: t('cards.bundle') };
  if (card.type === 'products') {
    return { ...card, title: t(`cards.${titles[step.tool] ?? 'found'}`) };
  }
  return card;
}

/** A later card of the same kind; of lists, only one of the same products. */
const replaces = (next: Card, card: Card): boolean =>
  next.type === 'products' && card.type === 'products'
    ? next.items.map((item) => item.handle).join() === card.items.map((item) => item.handle).join()
    : next.type === card.type;

/** What a turn shows: the last card of each kind, in the order of the calls. Two searches in one turn both count. */
export function cardsOf(steps: readonly ToolStep[], texts: Texts): readonly Card[] {
  const shown: Card[] = [];
  for (const step of steps) {
    if (step.card === undefined) continue;
    const next = titled(step, step.card, texts);
    const before = shown.findIndex((card) => replaces(next, card));
    if (before >= 0) shown.splice(before, 1);
    shown.push(next);
  }
  return withoutWayThere(shown);
}

/** What was looked up on the way to the end is behind the shopper: the list a piece was found in, its stock. */
function withoutWayThere(shown: readonly Card[]): readonly Card[] {
  const arrived = new Set(
    shown.flatMap((card) =>
      card.type === 'bundle' || card.type === 'reservations' ? card.items.map(({ handle }) => handle) : [],
    ),
  );
  const lasting = shown.filter(
    (card) => card.type !== 'products' || !card.items.some(({ handle }) => arrived.has(handle)),
  );
  const changed = lasting.some((card) => card.type === 'cart' || card.type === 'reservations');
  return changed ? lasting.filter((card) => card.type !== 'stock') : lasting;
}
