import type { Section } from "../model/document.ts";
import { moveBehindToAbove } from "../model/lines.ts";
import { type Fix, remove } from "../text/edit.ts";
import { headerText, textBehind } from "./header_text.ts";
import type { Index } from "./index.ts";
import { rewriteHeader } from "./rewrite_header.ts";

/** Whether blanks stand in front of a header. */
export function isIndentedHeader({ header, document }: Section): boolean {
  return header !== undefined && header.indent > header.start &&
    document.text[header.indent - 1] !== "\ufeff";
}

/** The header as every client reads it; nothing where there is one like it, or no name. */
export function plainHeader(section: Section, index: Index): Fix | undefined {
  const { document, type, form, name, header, headerSpan, nameSpan } = section;
  const { path, text } = document;
  if (!header || type === "other" || name === "") return undefined;
  // What a keyword does in the credentials file is another rule's affair.
  if (form === "prefixed" || form === "misplaced") return undefined;
  const named = type === "sso-session"
    ? index.sessions.get(name)
    : type === "services"
    ? index.services.get(name)
    : index.profiles.get(name)?.sections;
  const twins = named?.filter((other) => other.document === document);
  if (twins && twins.length > 1) return undefined;
  // Quotes and signs in the name are another rule's affair.
  const typed = headerText(section).trim();
  const written = type === "default"
    ? (/^default$/i.test(typed) ? typed : "default")
    : text.slice(nameSpan.start, nameSpan.end);
  const bare = type === "default" || document.kind === "credentials" ||
    form === "unprefixed";
  const wanted = `[${bare ? "" : `${type} `}${written}]`;
  const edits = [];
  const { text: behind, start, end } = textBehind(section);
  if (isIndentedHeader(section)) {
    edits.push(remove({ path, start: markEnd(section), end: header.indent }));
  }
  if (text.slice(headerSpan.start, headerSpan.end) !== wanted) {
    edits.push(rewriteHeader(section, wanted));
  }
  if (/^\]+$/.test(behind)) edits.push(remove({ path, start, end }));
  if (header.close === -1 && headerSpan.end < header.stop) {
    const from = headerSpan.end +
      /^[ \t]*/.exec(text.slice(headerSpan.end, header.stop))![0].length;
    edits.push(
      ...moveBehindToAbove(document, { line: section.firstLine, from }),
    );
  }
  return { title: `Write ${wanted}`, edits };
}

/** Where the header's line begins, behind a byte-order mark. */
function markEnd({ header, document }: Section): number {
  const { start } = header!;
  return start === 0 && document.text.startsWith("\ufeff") ? 1 : start;
}
