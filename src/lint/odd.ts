import type { Document, Property, Section } from "../model/document.ts";

/** What is not written as in AWS's own examples, so that rules about shapes need not look at the rest. */
export interface Odd {
  /** Settings on odd lines, nested ones too, in order. */
  readonly settings: readonly Property[];
  /** Sections with an odd line; their headers count. */
  readonly sections: readonly Section[];
}

// One search over the whole text by the engine's own matcher: a hundred times faster at start than a loop.
const value = String
  .raw`[A-Za-z0-9/~.+:*@_-](?:[A-Za-z0-9/~.+:*@_=?,()^ -]*[A-Za-z0-9/~.+:*@_=?,()^-])?`;
const setting = String.raw`[a-z][a-z0-9_]*[ \t]*=[ \t]*${value}`;
const header = {
  config: String
    .raw`\[(?:default|(?:profile|sso-session|services) [\w/.%@:+-]+)\]`,
  credentials: String.raw`\[[\w/.%@:+-]+\]`,
};
const oddLine = {
  config: new RegExp(`^(?!(?:${setting}|${header.config}|[#;].*|)$).+$`, "gm"),
  credentials: new RegExp(
    `^(?!(?:${setting}|${header.credentials}|[#;].*|)$).+$`,
    "gm",
  ),
};

/** Finds what is odd, in order of files and lines. A file that is no UTF-8 text is odd from end to end. */
export function oddIn(documents: readonly Document[]): Odd {
  const settings: Property[] = [];
  const sections: Section[] = [];
  for (const document of documents) {
    const starts = oddStarts(document);
    if (starts.length === 0) continue;
    let next = 0;
    for (const section of document.sections) {
      const { lastLine, properties } = section;
      const end = document.lines[lastLine - 1].end;
      if (next >= starts.length) break;
      if (starts[next] >= end) continue;
      sections.push(section);
      const odd = new Set<number>();
      while (next < starts.length && starts[next] < end) {
        odd.add(starts[next++]);
      }
      const isOdd = ({ pair }: Property) => odd.has(pair.start);
      for (const property of properties) {
        if (isOdd(property)) settings.push(property);
        for (const child of property.children) {
          if (isOdd(child)) settings.push(child);
        }
      }
    }
  }
  return { settings, sections };
}

/** Where the odd lines begin. */
function oddStarts(
  { text, kind, encoding, lines }: Document,
): readonly number[] {
  if (
    encoding !== "utf-8" || text.charCodeAt(0) === 0xfeff ||
    /\r(?!\n)/.test(text)
  ) return lines.map(({ start }) => start);
  return Array.from(text.matchAll(oddLine[kind]), ({ index }) => index);
}
