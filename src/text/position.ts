/** A place in a text: line and column are 1-based, column and offset count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Finds line and column of an offset; lines end at LF, CRLF or CR. */
export class LineIndex {
  readonly #starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
        starts.push(at + 1);
      }
    }
    this.#starts = starts;
  }

  /** The place of an offset. */
  position(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.#starts[low] + 1, offset };
  }

  /** The offset at which a 1-based line begins. */
  start(line: number): number {
    return this.#starts[line - 1];
  }

  /** How many lines there are; a text that ends in a line end has an empty last line. */
  get count(): number {
    return this.#starts.length;
  }
}
