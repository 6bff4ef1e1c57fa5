import { currencyDigits } from '../contracts/money.ts';
import type { TurnState } from '../core/agent/planner.ts';
import type { Texts } from './texts.ts';

/** Figures that a sentence may not make up: amounts of money, percentages, links. */
const amountPattern =
  /(?:₹|\brs\.?|\binr|रु\.?|\$|€|£)\s*([\d.,]+)\s*(k\b)?|([\d.,]*\d)\s*(k\b)?\s*(?:₹|rupees?\b|rs\b|inr\b|रुपये|रुपए|rupias?\b|روبية|\/-)/giu;
const percentPattern = /([\d.]*\d)\s*(?:%|٪|percent\b|प्रतिशत|por ciento)/giu;
const linkPattern = /https?:\/\/[^\s)\]>"']+/giu;

/** Numbers and links that this session's tools gave, or that the shopper said. Foreign tools give none: only the shop has prices. */
export interface Facts {
  readonly numbers: ReadonlySet<number>;
  readonly links: ReadonlySet<string>;
  readonly digits: number;
}

export function factsOf(state: TurnState): Facts {
  const numbers = new Set<number>();
  const links = new Set<string>();
  collect(state.session.cart, numbers, links);
  collect(state.session.payment, numbers, links);
  for (const message of state.history) collect(message.cards, numbers, links);
  const own = new Set(state.tools.flatMap(({ name, foreign }) => (foreign === true ? [] : [name])));
  for (const { tool, result } of state.steps) {
    if (result.ok && own.has(tool)) collect(result.value, numbers, links);
  }
  const digits = currencyDigits(state.session.cart.currency);
  const said = [state.utterance, ...state.history.filter((m) => m.role === 'shopper').map((m) => m.text)];
  for (const text of said) {
    for (const [number] of text.matchAll(/[\d.,]*\d(?:\s*k\b)?/giu)) {
      const value = minorUnitsOf(number.replace(/\s*k$/iu, ''), /k$/iu.test(number), digits);
      numbers.add(value);
      numbers.add(value / 10 ** digits);
    }
  }
  return { numbers, links, digits };
}

/** Whether all amounts, percentages and links of a text are known. */
export function isGrounded(text: string, { numbers, links, digits }: Facts): boolean {
  for (const match of text.matchAll(amountPattern)) {
    const number = match[1] ?? match[3] ?? '';
    if (!numbers.has(minorUnitsOf(number, (match[2] ?? match[4]) !== undefined, digits))) return false;
  }
  for (const [, number] of text.matchAll(percentPattern)) {
    const value = Number(number);
    if (!numbers.has(value) && !numbers.has(value * 100)) return false;
  }
  for (const [link] of text.matchAll(linkPattern)) {
    if (!links.has(link.replace(/[.,!?]+$/u, ''))) return false;
  }
  return true;
}

/** Says with the shop's own figures what a sentence got wrong. */
export function factSentence(state: TurnState, texts: Texts): string {
  for (const step of [...state.steps].reverse()) {
    const { card } = step;
    if (card?.type === 'products' || card?.type === 'bundle') {
      const names = card.items
        .slice(0, 3)
        .map((item) =>
          texts.t('facts.price', { name: item.title, price: texts.money(item.price, item.currency) }),
        );
      return texts.t('facts.prices', { list: texts.list(names) });
    }
    if (card?.type === 'cart') {
      return texts.t('facts.total', { total: texts.money(card.total, card.currency) });
    }
    if (card?.type === 'payment') {
      return texts.t('facts.total', { total: texts.money(card.payment.amount, card.payment.currency) });
    }
  }
  return texts.t('facts.none');
}

function collect(value: unknown, numbers: Set<number>, links: Set<string>): void {
  if (typeof value === 'number') numbers.add(value);
  else if (typeof value === 'string') {
    if (/^https?:\/\//u.test(value)) links.add(value);
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, numbers, links);
  } else if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) collect(item, numbers, links);
  }
}

/** `2,499.50` with two digits gives 249950. Commas group; the last dot, with one or two digits after it, is the point. */
function minorUnitsOf(text: string, thousands: boolean, digits: number): number {
  const clean = text.replace(/,/gu, '').replace(/\.$/u, '');
  const [whole = '0', fraction = ''] = clean.split('.');
  const scale = digits + (thousands ? 3 : 0);
  return Number(`${whole}${fraction.slice(0, scale).padEnd(scale, '0')}`);
}
