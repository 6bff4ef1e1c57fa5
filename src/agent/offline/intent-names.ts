/** What a shopper may want, most telling first: the first whose words occur is meant. */
export const intents = [
  'associate',
  'returns',
  'track',
  'orders',
  'cancel-payment',
  'cancel-reservation',
  'reservations',
  'reserve',
  'paid',
  'pay',
  'remove-offer',
  'best-offer',
  'apply-offer',
  'offers',
  'loyalty',
  'remove',
  'add',
  'quantity',
  'bag',
  'compare',
  'similar',
  'bundle',
  'nearby',
  'store',
  'locate',
  'stock',
  'details',
  'recommend',
  'cheaper',
  'more',
  'search',
  'help',
  'thanks',
  'bye',
  'greet',
  'yes',
  'no',
] as const;
export type Intent = (typeof intents)[number];

/**
 * Words of one language for the intents. In a pattern a blank separates words, `*` stands for up to five words,
 * `(a|b)` for either, a `?` at the end makes a word optional, `^` and `$` bind to the ends.
 */
export type IntentWords = Partial<Readonly<Record<Intent, readonly string[]>>>;
