import type { Card } from '../../contracts/card.ts';
import type { CartView } from '../../contracts/session.ts';

export const cartCard = ({ pieces, subtotal, discount, total, currency }: CartView): Card => ({
  type: 'cart',
  pieces,
  subtotal,
  discount,
  total,
  currency,
});
