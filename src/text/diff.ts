/** Lines `[aStart, aEnd)` of one text in the place of which `[bStart, bEnd)` stand in the other. */
export interface Change {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
}

/** Where two lists of lines differ, in order. */
export function diffLines(
  a: readonly string[],
  b: readonly string[],
): readonly Change[] {
  const changes: Change[] = [];
  const whole = { aStart: 0, aEnd: a.length, bStart: 0, bEnd: b.length };
  // A stack, since a long file may nest as deep as it has lines.
  const waiting: Change[] = [whole];
  while (waiting.length > 0) {
    const part = trim(a, b, waiting.pop()!);
    if (part.aStart === part.aEnd && part.bStart === part.bEnd) continue;
    const anchors = part.aStart === part.aEnd || part.bStart === part.bEnd
      ? []
      : uniqueInBoth(a, b, part);
    if (anchors.length === 0) {
      changes.push(part);
      continue;
    }
    // Last first, so that the first is popped first.
    let { aEnd, bEnd } = part;
    for (const [inA, inB] of anchors.toReversed()) {
      waiting.push({ aStart: inA + 1, aEnd, bStart: inB + 1, bEnd });
      aEnd = inA;
      bEnd = inB;
    }
    waiting.push({ ...part, aEnd, bEnd });
  }
  return changes;
}

/** Leaves out the lines that are equal at the beginning and at the end. */
function trim(
  a: readonly string[],
  b: readonly string[],
  { aStart, aEnd, bStart, bEnd }: Change,
): Change {
  while (aStart < aEnd && bStart < bEnd && a[aStart] === b[bStart]) {
    aStart++;
    bStart++;
  }
  while (aStart < aEnd && bStart < bEnd && a[aEnd - 1] === b[bEnd - 1]) {
    aEnd--;
    bEnd--;
  }
  return { aStart, aEnd, bStart, bEnd };
}

/**
 * Pairs of lines that stand once in both parts, in the same order: the anchors of a "patience"
 * diff, in n log n however much differs. Between two anchors the parts are compared anew.
 */
function uniqueInBoth(
  a: readonly string[],
  b: readonly string[],
  { aStart, aEnd, bStart, bEnd }: Change,
): readonly (readonly [number, number])[] {
  const inA = onlyOnce(a, aStart, aEnd);
  const inB = onlyOnce(b, bStart, bEnd);
  const pairs: (readonly [number, number])[] = [];
  for (const [line, at] of inA) {
    const other = inB.get(line);
    if (other !== undefined && other !== -1 && at !== -1) {
      pairs.push([at, other]);
    }
  }
  return longestRising(pairs);
}

function onlyOnce(
  lines: readonly string[],
  start: number,
  end: number,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (let at = start; at < end; at++) {
    found.set(lines[at], found.has(lines[at]) ? -1 : at);
  }
  return found;
}

/** Of pairs that rise in the first number, the most that rise in the second too. */
function longestRising(
  pairs: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [at, [, value]] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]][1] < value) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? ends[low - 1] : -1);
    ends[low] = at;
  }
  const rising: (readonly [number, number])[] = [];
  for (let at = ends.at(-1) ?? -1; at !== -1; at = before[at]) {
    rising.push(pairs[at]);
  }
  return rising.reverse();
}
