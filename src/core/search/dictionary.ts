import { fold } from './words.ts';

/** Small integers for the few distinct values of a facet, so that filters and counts compare numbers. */
export interface Dictionary {
  /** Gives the value its number, counting from 0. */
  add(value: string): number;
  value(id: number): string;
  readonly size: number;
  /** Numbers of the values whose folded text fulfils a condition. */
  matching(condition: (folded: string) => boolean): ReadonlySet<number>;
}

export function createDictionary(): Dictionary {
  const ids = new Map<string, number>();
  const values: string[] = [];
  const folded: string[] = [];
  return {
    add: (value) => {
      let id = ids.get(value);
      if (id === undefined) {
        id = values.length;
        ids.set(value, id);
        values.push(value);
        folded.push(fold(value));
      }
      return id;
    },
    value: (id) => values[id] ?? '',
    get size() {
      return values.length;
    },
    matching: (condition) => new Set(folded.flatMap((text, id) => (condition(text) ? [id] : []))),
  };
}

/** Counts each value at most once a product. */
export interface Tally {
  count(id: number, productId: number): void;
  /** Most frequent first. */
  result(): readonly { readonly value: string; readonly count: number }[];
}

export function createTally(dictionary: Dictionary): Tally {
  const counts = new Int32Array(dictionary.size);
  const lastProduct = new Float64Array(dictionary.size).fill(-1);
  return {
    count: (id, productId) => {
      if (id < 0 || lastProduct[id] === productId) return;
      lastProduct[id] = productId;
      counts[id] = (counts[id] ?? 0) + 1;
    },
    result: () =>
      Array.from(counts, (count, id) => ({ value: dictionary.value(id), count }))
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
  };
}
