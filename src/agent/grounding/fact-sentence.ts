import type { Card } from '../../contracts/card.ts';
import { isActive } from '../../contracts/reservation.ts';
import type { TurnState } from '../../core/agent/planner.ts';
import { pieceName } from '../piece-name.ts';
import type { Texts } from '../texts.ts';
import { isPlainName } from './names.ts';

/** Says with the shop's own figures what a sentence got wrong: of the last card of this turn that has some. */
export function factSentence(state: TurnState, texts: Texts): string {
  for (const { card } of [...state.steps].reverse()) {
    const said = card === undefined ? undefined : sentenceOf(card, texts);
    if (said !== undefined) return said;
  }
  return texts.t('facts.none');
}

function sentenceOf(card: Card, texts: Texts): string | undefined {
  switch (card.type) {
    case 'products':
    case 'bundle': {
      const names = card.items
        // A name that states a price would state it as the shop's.
        .filter(({ title }) => isPlainName(title))
        .slice(0, 3)
        .map((item) =>
          texts.t('facts.price', { name: item.title, price: texts.money(item.price, item.currency) }),
        );
      return names.length === 0 ? undefined : texts.t('facts.prices', { list: texts.list(names) });
    }
    case 'cart':
      return texts.t('facts.total', { total: texts.money(card.total, card.currency) });
    case 'payment':
      return texts.t('facts.total', { total: texts.money(card.payment.amount, card.payment.currency) });
    case 'reservations': {
      const held = card.items
        .filter((item) => isActive(item) && isPlainName(item.title))
        .map((item) =>
          texts.t('reserve.numbered', { number: item.number, title: pieceName(item, { t: texts.t }) }),
        );
      return held.length === 0 ? undefined : texts.t('facts.held', { list: texts.list(held) });
    }
    default:
      return undefined;
  }
}
