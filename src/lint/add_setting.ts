import type { Section } from "../model/document.ts";
import type { TextEdit } from "../text/edit.ts";
import { insertLineBelow } from "./lines.ts";

/** Puts a setting below the last of a section, indented and spaced like it. */
export function addSetting(
  section: Section,
  key: string,
  value: string,
): TextEdit {
  const { document, properties, firstLine } = section;
  const last = properties.at(-1);
  if (!last) return insertLineBelow(document, firstLine, `${key} = ${value}`);
  const { pair, keySpan, valueSpan, endLine } = last;
  const { text } = document;
  const indent = text.slice(pair.start, pair.indent);
  const sign = text.slice(keySpan.end, valueSpan.start);
  const tight = sign === "=" && last.value !== "";
  return insertLineBelow(
    document,
    endLine - 1,
    `${indent}${key}${tight ? "=" : " = "}${value}`,
  );
}
