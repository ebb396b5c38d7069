/**
 * A tagged template that takes the common indentation off its lines, so that a file can be
 * written inside code. The first line break and the last line's blanks are dropped.
 */
export function ini(
  strings: TemplateStringsArray,
  ...values: readonly unknown[]
): string {
  const raw = String.raw({ raw: strings.raw }, ...values).replace(/^\n/, "")
    .replace(/\n[ \t]*$/, "\n");
  const indents = raw.split("\n").filter((line) => line.trim() !== "").map((
    line,
  ) => /^[ ]*/.exec(line)![0].length);
  const indent = Math.min(...indents, 80);
  return raw.split("\n").map((line) =>
    line.slice(Math.min(indent, /^[ ]*/.exec(line)![0].length))
  ).join("\n");
}
