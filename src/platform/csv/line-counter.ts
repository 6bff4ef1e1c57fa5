/** Tells on which line a byte offset lies, for offsets that only grow. csv-parse counts `\r\n` inside quotes twice. */
export class LineCounter {
  /** Where the next record begins. */
  offset: number;
  line: number;
  #newlines: number[] = [];
  #next = 0;
  #fed: number;

  constructor(offset: number, line: number) {
    this.offset = offset;
    this.line = line;
    this.#fed = offset;
  }

  feed(chunk: Uint8Array): void {
    this.#newlines = this.#newlines.slice(this.#next);
    this.#next = 0;
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, at + 1)) {
      this.#newlines.push(this.#fed + at);
    }
    this.#fed += chunk.length;
  }

  /** The record that began at `offset` ends before `end`, its line end included. */
  endRecord(end: number): void {
    while ((this.#newlines[this.#next] ?? Number.POSITIVE_INFINITY) < end) {
      this.#next += 1;
      this.line += 1;
    }
    this.offset = end;
  }
}
