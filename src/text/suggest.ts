import { distance } from "fastest-levenshtein";

/**
 * The candidate nearest to a misspelt word, or nothing when none is near: at most a
 * third of the letters may differ. Case, `-` and `_` are no difference.
 */
export function suggest(
  word: string,
  candidates: Iterable<string>,
): string | undefined {
  const wanted = fold(word);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const far = distance(wanted, fold(candidate));
    if (far < least) {
      least = far;
      best = candidate;
    }
  }
  return best;
}

function fold(word: string): string {
  return word.toLowerCase().replaceAll("-", "_");
}
