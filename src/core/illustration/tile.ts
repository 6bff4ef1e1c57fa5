/** One repeat of a cloth, drawn over the ground colour. Sizes are in picture units. */
export interface Tile {
  readonly width: number;
  readonly height: number;
  readonly art: string;
}

export function fill(data: string, colour: string, opacity = 1): string {
  return `<path d="${data}" fill="${colour}"${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`;
}

export function stroke(data: string, colour: string, width: number, opacity = 1): string {
  return `<path d="${data}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`;
}

export function spots(
  colour: string,
  radius: number,
  points: readonly (readonly [number, number])[],
): string {
  const data = points
    .map(
      ([x, y]) =>
        `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0`,
    )
    .join('');
  return fill(data, colour);
}
