import type { Section } from "../model/document.ts";
import { meantKey } from "./meant_key.ts";
import { kindOf } from "./section_kind.ts";

/**
 * Whether a setting that is missing is there after all, in a form that another rule speaks of: its
 * key is misspelt, its `=` is missing, or it slid into the value or the block of another.
 */
export function hasSlip(sections: readonly Section[], key: string): boolean {
  return sections.some((section) => {
    const { document: { text, lines }, firstLine, lastLine } = section;
    return section.properties.some(({ name, value, children }) =>
      meantKey(name, { section: kindOf(section) })?.name === key ||
      name.startsWith(`${key} `) || value.includes(key) ||
      children.some((child) => child.name === key)
    ) ||
      lines.slice(firstLine, lastLine).some((line) =>
        line.kind === "other" && text.startsWith(key, line.indent)
      );
  });
}
