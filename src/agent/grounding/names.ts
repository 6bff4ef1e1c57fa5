import { claims } from './claims.ts';
import { hasUnknownLink } from './links.ts';
import { normalise } from './normalise.ts';
import { figuresIn } from './roles.ts';

const known = new Map<string, boolean>();
const mostKnown = 2_000;

/**
 * Whether a product's, shop's or offer's name is only a name: it leads nowhere, promises nothing and states no price, stock or time.
 * `501 Original Jeans` is one, `Cloak, now only ₹99` is none: in a sentence of the agent it would be the agent's word.
 */
export function isPlainName(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) return before;
  if (known.size === mostKnown) known.clear();
  const plain = normalise(name);
  const is =
    name.length <= 120 &&
    !/[\p{Sc}%{}<>[\]]/u.test(plain) &&
    !hasUnknownLink(name, new Set()) &&
    !claims.some(({ pattern }) => pattern.test(plain)) &&
    figuresIn(plain).every(({ role }) => role === 'plain' || role === 'code' || role === 'size');
  known.set(name, is);
  return is;
}
