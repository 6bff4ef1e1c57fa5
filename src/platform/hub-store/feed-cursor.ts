/** A place in a hub's feed. */
export interface Position {
  readonly cursor: number;
  /** Inside a snapshot that broke off, or at its beginning. */
  readonly snapshot: boolean;
  /**
   * The complete checkpoint that this one builds on. Operations up to there are surely in the rows that the device has;
   * rows of later ones may still be on their way, so a checkpoint in between does not count them.
   */
  readonly base: number;
}

/**
 * A cursor is `<position>` after a complete checkpoint, `<position>.<base>` between two of them, and `s<position>` inside a
 * snapshot.
 */
export function parseCursor(text: string): Position | undefined {
  const match = /^(s?)(\d{1,15})(?:\.(\d{1,15}))?$/.exec(text);
  if (!match) return undefined;
  const snapshot = match[1] !== '';
  const cursor = Number(match[2]);
  return { cursor, snapshot, base: snapshot ? 0 : match[3] === undefined ? cursor : Number(match[3]) };
}

/** The cursor of a checkpoint between `start`, where the reading began, and its end. */
export const cursorBetween = (start: Position, cursor: number): string =>
  start.snapshot ? `s${cursor}` : `${cursor}.${start.base}`;
