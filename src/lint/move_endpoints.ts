import type { Property, Section } from "../model/document.ts";
import {
  insertLineAbove,
  lineEnd,
  removeLine,
  removeLines,
} from "../model/lines.ts";
import {
  isServiceClient,
  isServiceId,
  nearServiceIds,
} from "../reference/services.ts";
import type { Fix, TextEdit } from "../text/edit.ts";
import type { Index } from "./index.ts";
import { countOf } from "./siblings.ts";

/** Whether a nested setting is the endpoint of a service in the block of a profile. */
export function isMisplacedEndpoint(
  { name, parent, section }: Property,
): boolean {
  return name.replace("-", "_") === "endpoint_url" &&
    (section.type === "profile" || section.type === "default") &&
    (isServiceClient(parent!.name) || isServiceId(parent!.name));
}

/** Moves all endpoints of a profile to a new services section below it. */
export function moveEndpoints(index: Index, section: Section): Fix | undefined {
  const { document, properties, name, form } = section;
  const { path, lines } = document;
  const services = `${name}-services`;
  const last = properties[properties.length - 1];
  const { stop, end } = lines[last.endLine - 1];
  if (form !== "plain" || document.kind !== "config" || stop === end) {
    return undefined;
  }
  if (index.services.has(services) || index.profiles.has(services)) {
    return undefined;
  }
  if (countOf(properties, "services") > 0 || isSplit(index, section)) {
    return undefined;
  }
  const edits: TextEdit[] = [];
  const moved: string[] = ["", `[services ${services}]`];
  for (const block of properties) {
    const lost = block.children.filter(isMisplacedEndpoint);
    if (lost.length === 0) continue;
    const [id] = isServiceId(block.name)
      ? [block.name]
      : nearServiceIds(block.name);
    // An address with a password in it is no matter for an edit.
    if (!id || lost.some(({ value }) => value.includes("@"))) return undefined;
    if (edits.length === 0) {
      edits.push(
        insertLineAbove(document, block.line, `services = ${services}`),
      );
    }
    if (lost.length === block.children.length) {
      edits.push(removeLines(document, block.line, block.endLine));
    } else {
      edits.push(...lost.map(({ line }) => removeLine(document, line)));
    }
    moved.push(
      `${id} =`,
      ...lost.map(({ value }) => `  endpoint_url = ${value}`),
    );
  }
  const eol = lineEnd(document, last.line);
  edits.push({
    span: { path, start: end, end },
    text: moved.map((line) => line + eol).join(""),
  });
  return { title: `Move it to [services ${services}]`, edits };
}

/** Whether the profile has another section in the file. */
function isSplit(index: Index, { name, document }: Section): boolean {
  return index.profiles.get(name)!.sections
    .filter((other) => other.document === document).length > 1;
}
