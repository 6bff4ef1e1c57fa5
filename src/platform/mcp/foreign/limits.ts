/** Bytes of one message, or of all that comes between two requests: lists of some thousand tools pass, floods do not. */
export const mostBytes = 2 * 1024 * 1024;
/** Lines that may come between two requests, or as events in one answer: each of them is parsed. */
export const mostLines = 2_000;

export function countLines(chunk: Uint8Array): number {
  let lines = 0;
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
  return lines;
}
