/**
 * Splits a header or a command into words as Python's `shlex.split` does (POSIX rules, no
 * comments). Undefined where it raises ValueError: an open quote or a backslash at the end.
 */
export function shellWords(text: string): readonly string[] | undefined {
  if (!/["'\\]/.test(text)) {
    return text.split(/[ \t\r\n]+/).filter((word) => word !== "");
  }
  const words: string[] = [];
  let word: string | undefined;
  let quote = "";
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (quote) {
      if (char === quote) quote = "";
      else if (char === "\\" && quote === '"') {
        const next = text[++at];
        if (next === undefined) return undefined;
        word += next === "\\" || next === '"' ? next : `\\${next}`;
      } else word += char;
    } else if (
      char === " " || char === "\t" || char === "\r" || char === "\n"
    ) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (char === '"' || char === "'") {
      quote = char;
      word ??= "";
    } else if (char === "\\") {
      if (++at === text.length) return undefined;
      word = (word ?? "") + text[at];
    } else word = (word ?? "") + char;
  }
  if (quote) return undefined;
  if (word !== undefined) words.push(word);
  return words;
}
