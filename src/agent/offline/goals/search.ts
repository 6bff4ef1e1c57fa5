import { call, type Goal, type GoalRoom, type Reply } from '../goal.ts';
import { shownIn } from '../shown.ts';
import { narrows, type Wish } from '../wish.ts';
import { failureReply } from './failure.ts';

type Filters = Readonly<Record<string, unknown>>;

/** The shop's own filters for a wish; only what no filter knows goes into the text. */
export function filtersOf(wish: Wish): Filters {
  const text = narrows(wish) ? wish.words : wish.strange;
  return {
    ...(text.length === 0 ? {} : { text: text.join(' ').slice(0, 200) }),
    department: wish.department,
    productType: wish.productType,
    size: wish.size,
    colour: wish.colour,
    ...(wish.excludeColours.length === 0 ? {} : { excludeColours: wish.excludeColours }),
    ...(wish.exclude.length === 0 ? {} : { exclude: wish.exclude }),
    occasion: wish.occasion,
    fabric: wish.fabric,
    minimumPrice: wish.price.minimum,
    maximumPrice: wish.price.maximum,
  };
}

/** What is given up first when nothing fits all of a wish. */
const relaxations: readonly (readonly string[])[] = [
  ['text'],
  ['minimumPrice', 'maximumPrice'],
  ['size', 'fabric', 'occasion', 'minimumPrice', 'maximumPrice'],
];

export function* search(wish: Wish, room: GoalRoom, extra: Filters = {}): Goal {
  const { t } = room.texts;
  const filters: Filters = { ...filtersOf(wish), ...extra };
  if (isEmpty(filters)) return { text: t('search.what'), suggestions: examples(room) };
  // Who shops for themselves need not say for whom; where their department has nothing, all of them are looked through.
  const usual = filters.department === undefined ? room.state.session.preferences.department : undefined;
  if (usual !== undefined) {
    const own = yield* call('search_catalog', { ...filters, department: usual });
    if (own.ok && own.value.total > 0) return { text: foundText(own.value, room) };
  }
  const found = yield* call('search_catalog', filters);
  if (!found.ok) return failureReply(found.failure, room.texts);
  if (found.value.total > 0) return { text: foundText(found.value, room) };
  const tried = new Set([JSON.stringify(filters)]);
  for (const keys of relaxations) {
    const dropped = keys.filter((key) => filters[key] !== undefined);
    const rest = Object.fromEntries(Object.entries(filters).filter(([key]) => !keys.includes(key)));
    if (dropped.length === 0 || isEmpty(rest) || tried.has(JSON.stringify(rest))) continue;
    tried.add(JSON.stringify(rest));
    const near = yield* call('search_catalog', rest);
    if (near.ok && near.value.total > 0) return { text: t('search.close') };
  }
  return { text: t('search.nothing'), suggestions: examples(room) };
}

const isEmpty = (filters: Filters): boolean =>
  Object.entries(filters).every(([key, value]) => value === undefined || key === 'sort' || key === 'offset');

function foundText(
  { total, items }: { readonly total: number; readonly items: readonly { readonly availableHere: number }[] },
  { texts }: GoalRoom,
): string {
  const here = items.filter((item) => item.availableHere > 0).length;
  const count = texts.t('search.found', { count: total });
  if (here === 0) return `${count} ${texts.t('search.noneHere')}`;
  return total > items.length ? `${count} ${texts.t('search.first')}` : count;
}

export function* cheaper(wish: Wish, room: GoalRoom): Goal {
  const list = shownIn(room.state).lists[0] ?? [];
  const [first] = list;
  const typed = wish.productType ?? first?.productType;
  if (typed === undefined && wish.words.length === 0) {
    return yield* search({ ...wish, words: [] }, room, { sort: 'price-ascending', limit: 6 });
  }
  const base: Wish = typed === undefined ? wish : { ...wish, productType: typed };
  return yield* search(base, room, { sort: 'price-ascending' });
}

export function* more(wish: Wish, room: GoalRoom): Goal {
  const shownBefore = shownIn(room.state).lists[0]?.length ?? 0;
  if (shownBefore === 0) return yield* recommend(wish, room);
  return yield* search(wish, room, { offset: shownBefore });
}

export function* recommend(wish: Wish, room: GoalRoom): Goal {
  const { t } = room.texts;
  const filtered =
    wish.productType !== undefined ||
    wish.colour !== undefined ||
    wish.fabric !== undefined ||
    wish.price.maximum !== undefined ||
    wish.price.minimum !== undefined ||
    wish.department !== undefined;
  if (filtered) return yield* search({ ...wish, words: [] }, room);
  const found = yield* call('recommend_products', { occasion: wish.occasion });
  if (!found.ok) return failureReply(found.failure, room.texts);
  return { text: t(found.value.items.length === 0 ? 'search.nothing' : 'recommend.these') };
}

/** A wish that no words told: searched for when it may name something, and admitted when it does not. */
export function* unknown(wish: Wish, room: GoalRoom): Goal {
  const { t } = room.texts;
  const help: Reply = { text: t('notUnderstood'), suggestions: examples(room) };
  const said = [...wish.words, ...wish.strange].length;
  if (said === 0 || said > 4) return help;
  const found = yield* call('search_catalog', filtersOf(wish));
  if (!found.ok || found.value.total === 0) return help;
  return { text: foundText(found.value, room) };
}

export function examples({ state, texts }: GoalRoom): readonly string[] {
  const { t } = texts;
  const [first] = state.vocabulary.productTypes;
  const shown = first === undefined ? [] : [t('wishes.show', { what: first })];
  return [...shown, t('wishes.surprise'), t('wishes.offers')];
}
