import type { OrderLine } from '../../contracts/order.ts';
import type { OrderChange } from '../../contracts/order-change.ts';
import type { Sentence } from '../../core/agent/tool.ts';
import type { OrderPreview } from '../../core/shop.ts';

/** Sizes and colours are the shop's own words, the same in every language. */
const options = ({ size, colour }: Pick<OrderLine, 'size' | 'colour'>): string =>
  [size, colour].filter((option) => option !== null).join(' ');

const counted = (quantity: number, title: string): string =>
  quantity === 1 ? title : `${quantity} × ${title}`;

const money = ({ order, plan }: OrderPreview, which: 'owed' | 'refund') => ({
  amount: plan[which],
  currency: order.currency,
});

/** What goes back, or that nothing does. */
export const goesBack = (what: 'cancel', preview: OrderPreview): Sentence => ({
  key: `confirm.${what}.${preview.plan.refund > 0 ? 'refund' : 'free'}`,
  values: { number: preview.order.number, amount: money(preview, 'refund') },
});

/** The pieces that come back, and how the money does. */
export function linesNamed(preview: OrderPreview): Sentence {
  const { order, plan } = preview;
  const pieces = (plan.after.takingBack?.items ?? []).flatMap(({ sku, quantity }) => {
    const line = order.lines.find((one) => one.sku === sku);
    return line ? [counted(quantity, [line.title, options(line)].filter(Boolean).join(' '))] : [];
  });
  return {
    key: `confirm.return.${plan.route}`,
    values: { number: order.number, pieces: pieces.join('; '), amount: money(preview, 'refund') },
  };
}

/** From which variant to which, and what it costs or saves. */
export function swapsNamed(what: 'items' | 'exchange', preview: OrderPreview, change: OrderChange): Sentence {
  const { order, plan } = preview;
  const swaps = change.type === 'items' || change.type === 'exchange' ? change.items : [];
  const pieces = plan.take.flatMap((line, index) => {
    const before = order.lines.find(({ sku }) => sku === swaps[index]?.sku);
    return before ? [`${counted(line.quantity, line.title)}: ${options(before)} → ${options(line)}`] : [];
  });
  const effect = plan.owed > 0 ? 'owed' : plan.refund > 0 ? 'refund' : 'even';
  return {
    key: `confirm.${what}.${effect}`,
    values: {
      number: order.number,
      pieces: pieces.join('; '),
      amount: money(preview, effect === 'owed' ? 'owed' : 'refund'),
    },
  };
}
