import { path } from './geometry.ts';

function polar(x: number, y: number, radius: number, turn: number): readonly [number, number] {
  return [x + radius * Math.cos(turn), y + radius * Math.sin(turn)];
}

/** Closed petals about a centre; `waist` is how wide a petal is against its sector (1 touches the next). */
export function flower(
  x: number,
  y: number,
  radius: number,
  petals: number,
  waist = 0.8,
  start = -Math.PI / 2,
): string {
  const sector = (Math.PI * 2) / petals;
  return Array.from({ length: petals }, (_, index) => {
    const turn = start + sector * index;
    const [tipX, tipY] = polar(x, y, radius, turn);
    const [leftX, leftY] = polar(x, y, radius * 0.95, turn - sector * waist * 0.62);
    const [rightX, rightY] = polar(x, y, radius * 0.95, turn + sector * waist * 0.62);
    return path`M${x} ${y}Q${leftX} ${leftY} ${tipX} ${tipY}Q${rightX} ${rightY} ${x} ${y}Z`;
  }).join('');
}

/** A pointed leaf from a foot along a direction in degrees (0 is right, 90 is down). */
export function leaf(x: number, y: number, length: number, degrees: number, width = 0.32): string {
  const turn = (degrees * Math.PI) / 180;
  const [tipX, tipY] = polar(x, y, length, turn);
  const [leftX, leftY] = polar(x, y, length * 0.55, turn - width * 1.6);
  const [rightX, rightY] = polar(x, y, length * 0.55, turn + width * 1.6);
  return path`M${x} ${y}Q${leftX} ${leftY} ${tipX} ${tipY}Q${rightX} ${rightY} ${x} ${y}Z`;
}

/** The kairi: a drop whose tip curls over, upright, about `size` high. */
export function paisley(x: number, y: number, size: number, flip = 1): string {
  const s = size / 20;
  const h = s * flip;
  return path`M${x + 5 * h} ${y - 10 * s}C${x - 1 * h} ${y - 11 * s} ${x - 8 * h} ${y - 3 * s} ${x - 7 * h} ${y + 4 * s}C${x - 6.5 * h} ${y + 8 * s} ${x - 3 * h} ${y + 10 * s} ${x} ${y + 10 * s}C${x + 5 * h} ${y + 10 * s} ${x + 8 * h} ${y + 6 * s} ${x + 7 * h} ${y + 2 * s}C${x + 6 * h} ${y - 1 * s} ${x + 1 * h} ${y - 4 * s} ${x + 1.5 * h} ${y - 7 * s}C${x + 1.8 * h} ${y - 8.8 * s} ${x + 3.4 * h} ${y - 9 * s} ${x + 5 * h} ${y - 10 * s}Z`;
}
