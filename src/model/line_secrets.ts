import { isSecretKey } from "../reference/keys.ts";
import type { Document, Property } from "./document.ts";
import { type Secret, secretsOf } from "./mask.ts";

/** The parts of a document's line that nobody may see: offsets count from the line's start. */
export function lineSecrets(
  document: Document,
  at: number,
): readonly Secret[] {
  const { start, indent, stop } = document.lines[at];
  const line = document.text.slice(start, stop);
  if (!continuesSecret(document, at)) return secretsOf(line);
  const end = line.trimEnd().length;
  return end > indent - start ? [{ start: indent - start, end }] : [];
}

/** Whether a line goes on with the value of a secret key, or with a command. */
function continuesSecret({ sections }: Document, at: number): boolean {
  const section = last(sections, ({ firstLine }) => firstLine <= at);
  const property: Property | undefined = section &&
    last(section.properties, ({ line }) => line <= at);
  return property !== undefined && property.line < at &&
    at < property.endLine &&
    (isSecretKey(property.name.replaceAll("-", "_")) ||
      property.name === "credential_process");
}

/** The last element that passes; those that do stand in front of those that do not. */
function last<T>(
  list: readonly T[],
  passes: (element: T) => boolean,
): T | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(list[middle])) low = middle + 1;
    else high = middle;
  }
  return list[low - 1];
}
