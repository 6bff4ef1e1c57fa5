/** Paths are written in absolute M, L, C, Q and Z only, so that they can be mirrored and reversed as text. */

type Segment = readonly number[];

const middle = 200;

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Joins numbers into path data with one decimal: a tenth of a unit is below what a kiosk's screen resolves. */
export function path(strings: TemplateStringsArray, ...values: readonly number[]): string {
  return strings.reduce((text, part, index) => {
    const value = values[index];
    return text + part + (value === undefined ? '' : String(round(value)));
  }, '');
}

/** The path reflected about the picture's vertical middle. */
export function mirror(data: string): string {
  let horizontal = true;
  return data.replace(/[A-Z]|-?\d+(?:\.\d+)?/g, (token) => {
    if (/[A-Z]/.test(token)) {
      horizontal = true;
      return token;
    }
    const result = horizontal ? round(2 * middle - Number(token)) : Number(token);
    horizontal = !horizontal;
    return String(result);
  });
}

function segmentsOf(data: string): readonly Segment[] {
  return [...data.matchAll(/([MLCQ])([^MLCQZ]*)/g)].flatMap((match) => {
    const numbers = (match[2] ?? '').match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];
    const step = match[1] === 'C' ? 6 : match[1] === 'Q' ? 4 : 2;
    const count = Math.floor(numbers.length / step);
    return Array.from({ length: count }, (_, index) => numbers.slice(index * step, (index + 1) * step));
  });
}

const letters: Readonly<Record<number, string>> = { 2: 'L', 4: 'Q', 6: 'C' };

function reversed(data: string): string {
  const segments = segmentsOf(data);
  const back: string[] = [(segments.at(-1) ?? []).slice(-2).join(' ')];
  for (let index = segments.length - 1; index > 0; index -= 1) {
    const segment = segments[index] ?? [];
    const target = (segments[index - 1] ?? []).slice(-2);
    const controls: number[] = [];
    for (let at = segment.length - 4; at >= 0; at -= 2) controls.push(segment[at] ?? 0, segment[at + 1] ?? 0);
    back.push(`${letters[segment.length] ?? 'L'}${[...controls, ...target].join(' ')}`);
  }
  return `M${back.join('')}`;
}

function withoutStart(data: string): string {
  return data.replace(/^M[^MLCQZ]*/, '');
}

/** Whole outline from its right half: the half runs from a point on the middle line round to another one. */
export function symmetric(half: string): string {
  return `${half}${withoutStart(reversed(mirror(half)))}Z`;
}

/** An open line from left to right, from its right half: the half starts on the middle line. */
export function arch(half: string): string {
  return `${reversed(mirror(half))}${withoutStart(half)}`;
}
