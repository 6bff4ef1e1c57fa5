/** A seeded source of chance. The same seed and the same questions give the same answers on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number between the two, both included. */
  whole(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Another source, by name. Drawing from one never changes what the other gives, nor what later splits give. */
  split(name: string): Random;
}

/** Four 32-bit words out of a text (cyrb128, public domain). */
function hashWords(text: string): [number, number, number, number] {
  let one = 1779033703;
  let two = 3144134277;
  let three = 1013904242;
  let four = 2773480762;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    one = two ^ Math.imul(one ^ code, 597399067);
    two = three ^ Math.imul(two ^ code, 2869860233);
    three = four ^ Math.imul(three ^ code, 951274213);
    four = one ^ Math.imul(four ^ code, 2716044179);
  }
  one = Math.imul(three ^ (one >>> 18), 597399067);
  two = Math.imul(four ^ (two >>> 22), 2869860233);
  three = Math.imul(one ^ (three >>> 17), 951274213);
  four = Math.imul(two ^ (four >>> 19), 2716044179);
  return [one ^ two ^ three ^ four, two ^ one, three ^ one, four ^ one];
}

export function createRandom(seed: string): Random {
  let [a, b, c, d] = hashWords(seed);
  // sfc32 of PractRand: small, fast, and far better than what a simulation needs.
  const next = (): number => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let round = 0; round < 12; round += 1) next();
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[whole(0, items.length - 1)];
      if (item === undefined) throw new Error('Nothing to pick from');
      return item;
    },
    split: (name) => createRandom(`${seed}/${name}`),
  };
}
