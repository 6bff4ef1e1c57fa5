/** A place in a hub's feed. */
export interface Position {
  readonly cursor: number;
  /**
   * The complete checkpoint that this one builds on. Operations up to there are surely in the rows that the device has;
   * rows of later ones may still be on their way, so a checkpoint in between does not count them.
   */
  readonly base: number;
}

/** A cursor is `<position>` after a complete checkpoint and `<position>.<base>` in between. */
export function parseCursor(text: string): Position | undefined {
  const match = /^(\d{1,15})(?:\.(\d{1,15}))?$/.exec(text);
  if (!match) return undefined;
  const cursor = Number(match[1]);
  return { cursor, base: match[2] === undefined ? cursor : Number(match[2]) };
}
