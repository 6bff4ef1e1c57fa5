/** Numbers for texts, from 0 on, in the order in which they are first asked for; kept for good. */
export interface Ordinals {
  of(text: string): number;
  count(): number;
}

/** A power of two. */
const shardCount = 64;

function shardOf(text: string): number {
  let hash = 0;
  for (let place = 0; place < text.length; place += 1) hash = (hash * 31 + text.charCodeAt(place)) | 0;
  return (hash ^ (hash >>> 16)) & (shardCount - 1);
}

/** Many small maps: one of a hundred thousand texts stops everything for 10 to 30 ms each time it has to grow. */
export function createOrdinals(): Ordinals {
  const shards = Array.from({ length: shardCount }, () => new Map<string, number>());
  let count = 0;
  return {
    of: (text) => {
      const shard = shards[shardOf(text)];
      if (shard === undefined) throw new Error('A text belongs to no shard');
      const known = shard.get(text);
      if (known !== undefined) return known;
      shard.set(text, count);
      count += 1;
      return count - 1;
    },
    count: () => count,
  };
}
