import { printable } from "../text/printable.ts";

/** Lines with columns of equal width; the last one is as long as it is. */
export function table(
  rows: readonly (readonly string[])[],
): string {
  const clean = rows.map((row) => row.map((cell) => printable(cell)));
  const columns = Math.max(0, ...clean.map((row) => row.length));
  const widths = Array.from(
    { length: columns },
    (_, column) => Math.max(...clean.map((row) => row[column]?.length ?? 0)),
  );
  return clean.map((row) =>
    `${
      row.map((cell, column) =>
        column === row.length - 1 ? cell : cell.padEnd(widths[column])
      ).join("  ").trimEnd()
    }\n`
  ).join("");
}
