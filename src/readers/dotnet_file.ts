import type { Document } from "../model/document.ts";
import type { Span } from "../text/span.ts";
import { type Chunk, chunks } from "./chunks.ts";
import { type DotnetLine, dotnetLine } from "./dotnet_line.ts";
import { dotnetText } from "./dotnet_text.ts";
import type { Problem, Settings } from "./view.ts";
import type { Extent } from "./white_space.ts";

/** A line of a file, and where an offset into it stands in the document's text. */
export interface PlacedLine extends DotnetLine {
  readonly span: (extent: Extent) => Span;
  /** From 1. */
  readonly number: number;
}

/** A header; what is under it is read when it is asked for. */
export interface DotnetSection {
  /** What stands between its brackets. */
  readonly raw: string;
  /** What all clients read alike. */
  readonly plain?: Settings;
  /** Otherwise lines of the file; those of the section begin at `from`, and end at one that is a section and no property. */
  readonly lines: readonly PlacedLine[];
  readonly from: number;
}

/** One file as `IniFile` holds it: sections in order, none merged. */
export interface DotnetFile {
  readonly sections: readonly DotnetSection[];
  /** `Validate`: a line that is neither section, property nor comment loses the file. */
  readonly error?: Problem;
}

/** Finds the sections of a file, and the first line that makes it unusable. */
export function dotnetFile(document: Document): DotnetFile {
  const all = chunks(document);
  const sections: DotnetSection[] = [];
  for (let first = 0; first < all.length;) {
    // A chunk whose header is no section, or a property as well, goes on with the section before.
    let last = first + 1;
    while (last < all.length && !stops(document, all[last])) last++;
    const { plain } = all[first];
    if (plain && last === first + 1) {
      sections.push({
        raw: plain.raw,
        plain: plain.settings,
        lines: [],
        from: 0,
      });
    } else if (!all[first].empty || last > first + 1) {
      const lines = linesOf(document, all.slice(first, last));
      const bad = lines.find((line) =>
        line.section === undefined && !line.property && !line.comment
      );
      if (bad) return { sections: [], error: refusal(document, bad) };
      lines.forEach(({ section }, at) => {
        if (section !== undefined) {
          sections.push({ raw: section, lines, from: at + 1 });
        }
      });
    }
    first = last;
  }
  return { sections };
}

function stops(document: Document, { plain, firstLine }: Chunk): boolean {
  if (plain) return true;
  const { start, end } = document.lines[firstLine];
  const { section, property } = dotnetLine(document.text.slice(start, end));
  return section !== undefined && !property;
}

interface TextLine extends PlacedLine {
  readonly text: string;
}

/** `ReadLinesWithEndings`: lines end at LF, CRLF or CR, and keep their ends. */
function linesOf(
  document: Document,
  part: readonly Chunk[],
): readonly TextLine[] {
  const { text, at } = dotnetText(document);
  const { path, lines, encoding } = document;
  const whole = encoding !== "utf-8" || document.text.startsWith("\ufeff");
  const { firstLine } = part[0];
  const stop = whole
    ? text.length
    : lines[part[part.length - 1].lastLine - 1].end;
  const found: TextLine[] = [];
  const one = /[^\r\n]*(?:\r\n?|\n|$)/y;
  one.lastIndex = whole ? 0 : lines[firstLine].start;
  for (let number = firstLine + 1; one.lastIndex < stop; number++) {
    const start = one.lastIndex;
    const [line] = one.exec(text)!;
    const span = (extent: Extent) => ({
      path,
      start: at(start + extent.start),
      end: at(start + extent.end),
    });
    found.push({ ...dotnetLine(line), text: line, span, number });
  }
  return found;
}

/** `GetErrorMessage`: the line stands in it with its end. */
function refusal(
  { path }: Document,
  { text, number, span, content }: TextLine,
): Problem {
  const message =
    `InvalidDataException: Line ${number}:<${text}> in file <path> does not contain a section, property or comment.`;
  return { path, span: span(content), message };
}
