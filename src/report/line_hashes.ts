const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const END_OF_FILE = 65535;
/** How many characters from the start of a line on are hashed, blanks not counted. */
const BLOCK = 100;
const BASE = 37n;

/**
 * The hash of each line as GitHub computes it for `primaryLocationLineHash`: by it an alert is
 * known again when lines come and go above it. A rolling hash of 64 bits over the hundred
 * characters from the line's start on, without blanks and tabs, line ends as LF, and behind a `:`
 * how many lines had that hash so far. (github/codeql-action, `src/fingerprints.ts`)
 */
export function lineHashes(text: string): readonly string[] {
  const hashes: string[] = [];
  const counts = new Map<string, number>();
  const window = new Array<bigint>(BLOCK).fill(0n);
  /** Which places of the window hold the first character of a line. */
  const starts = new Array<boolean>(BLOCK).fill(false);
  const highest = BigInt.asUintN(64, BASE ** BigInt(BLOCK));
  let value = 0n;
  let at = 0;

  const tell = () => {
    if (!starts[at]) return;
    starts[at] = false;
    const hash = value.toString(16);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    hashes.push(`${hash}:${count}`);
  };
  const roll = (code: number) => {
    const char = BigInt(code);
    value = BigInt.asUintN(64, BASE * value + char - highest * window[at]);
    window[at] = char;
    at = (at + 1) % BLOCK;
  };

  let atStart = true;
  let behindCr = false;
  const take = (code: number) => {
    if (code === SPACE || code === TAB || behindCr && code === LF) {
      behindCr = false;
      return;
    }
    behindCr = code === CR;
    tell();
    if (atStart) starts[at] = true;
    const char = behindCr ? LF : code;
    atStart = char === LF;
    roll(char);
  };
  for (let next = 0; next < text.length; next++) take(text.charCodeAt(next));
  take(END_OF_FILE);
  for (let rest = 0; rest < BLOCK; rest++) {
    tell();
    roll(0);
  }
  return hashes;
}
