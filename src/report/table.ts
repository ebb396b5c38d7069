import { width } from "../text/width.ts";

/** Lines of cells under each other; the last column is not filled up. */
export function tableOf(rows: readonly (readonly string[])[]): string {
  // deno-lint-ignore no-control-regex
  const bare = (cell: string) => width(cell.replace(/\x1b\[[0-9;]*m/g, ""));
  const count = Math.max(0, ...rows.map(({ length }) => length));
  const widths = Array.from(
    { length: count },
    (_, at) => Math.max(0, ...rows.map((row) => bare(row[at] ?? ""))),
  );
  return rows.map((row) =>
    row.map((cell, at) =>
      at === row.length - 1 ? cell : cell + " ".repeat(widths[at] - bare(cell))
    ).join("  ").trimEnd() + "\n"
  ).join("");
}
