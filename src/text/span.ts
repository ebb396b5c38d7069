/** A half-open range of a document's text; offsets count UTF-16 code units. */
export interface Span {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** Whether two spans of the same text share a character, or touch at an insertion point. */
export function overlaps(a: Span, b: Span): boolean {
  if (a.path !== b.path) return false;
  if (a.start === a.end || b.start === b.end) {
    return a.start <= b.end && b.start <= a.end;
  }
  return a.start < b.end && b.start < a.end;
}
