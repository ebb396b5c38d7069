import { masked } from "../model/mask.ts";
import { printableChar } from "../text/printable.ts";
import { charWidth, width } from "../text/width.ts";
import type { ShownLine } from "./result.ts";

/** A line as it is shown, and under it the marks of what is meant. */
export interface Frame {
  readonly line: string;
  readonly marks: string;
}

/** What stands in one or more columns: `[start, end)` of the line's text. */
interface Cell {
  readonly text: string;
  readonly width: number;
  readonly start: number;
  readonly end: number;
}

const TAB = 4;

/**
 * Shows a line in at most `columns` columns and marks `[start, end)` of it; an empty part gets one
 * mark. Tabs are shown as blanks, secrets as a mask, and the marks fit all of it.
 */
export function frameOf(
  line: ShownLine,
  { start, end, columns, mark = "^" }: {
    readonly start: number;
    readonly end: number;
    readonly columns: number;
    readonly mark?: string;
  },
): Frame {
  const { text, secrets } = line;
  if (
    secrets.length === 0 && text.length <= columns &&
    /^[\x20-\x7e]*$/.test(text)
  ) return plainFrame(text, { start, end, mark });
  const cells = cellsOf(line);
  const meant = (cell: Cell) =>
    start < end
      ? cell.start < end && start < cell.end
      : cell.start <= start && start < cell.end;
  const { from, to } = cut(cells, cells.findIndex(meant), columns);
  const shown = cells.slice(from, to);
  let marks = from > 0 ? " " : "";
  for (const cell of shown) {
    marks += (meant(cell) ? mark : " ").repeat(cell.width);
  }
  // Behind the last character, or beyond what is shown.
  if (start >= line.text.length && start >= end) marks += mark;
  return {
    line: (from > 0 ? "…" : "") + shown.map(({ text }) => text).join("") +
      (to < cells.length ? "…" : ""),
    marks: marks.trimEnd(),
  };
}

/** Where every character takes one column, and all of them fit. */
function plainFrame(
  text: string,
  { start, end, mark }: {
    readonly start: number;
    readonly end: number;
    readonly mark: string;
  },
): Frame {
  if (start < 0) return { line: text, marks: "" };
  const count = Math.min(end, text.length) - start;
  return {
    line: text,
    marks: " ".repeat(start) + mark.repeat(Math.max(1, count)),
  };
}

function cellsOf({ text, secrets }: ShownLine): readonly Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  const add = (shown: string, start: number, end: number) => {
    const taken = width(shown);
    cells.push({ text: shown, width: taken, start, end });
    column += taken;
  };
  let next = 0;
  for (let at = 0; at < text.length;) {
    const secret = secrets[next];
    if (secret && at === secret.start) {
      add(masked, at, secret.end);
      at = secret.end;
      next++;
      continue;
    }
    const char = String.fromCodePoint(text.codePointAt(at)!);
    const end = at + char.length;
    const shown = char === "\t"
      ? " ".repeat(TAB - column % TAB)
      : printableChar(char);
    const last = cells.at(-1);
    if (shown === char && charWidth(char) === 0 && last) {
      cells[cells.length - 1] = { ...last, text: last.text + shown, end };
    } else add(shown, at, end);
    at = end;
  }
  return cells;
}

/** Which cells are shown, so that the first that is meant is seen with some of what stands around it. */
function cut(
  cells: readonly Cell[],
  meant: number,
  columns: number,
): { readonly from: number; readonly to: number } {
  const total = cells.reduce((sum, { width }) => sum + width, 0);
  if (total <= columns) return { from: 0, to: cells.length };
  const room = Math.max(10, columns - 2);
  let from = meant === -1 ? 0 : meant;
  // A third of the room is for what stands in front, if the meant part would not be seen otherwise.
  const before = cells.slice(0, from).reduce(
    (sum, { width }) => sum + width,
    0,
  );
  if (before <= room / 2) from = 0;
  else {
    let left = Math.floor(room / 3);
    while (from > 0 && left >= cells[from - 1].width) {
      left -= cells[--from].width;
    }
  }
  let to = from;
  let left = room;
  while (to < cells.length && left >= cells[to].width) {
    left -= cells[to++].width;
  }
  return { from, to };
}
