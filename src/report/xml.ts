import { printable } from "../text/printable.ts";

/** Tags with attributes and text, where those that are missing are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: string = "",
): string {
  const given = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [` ${name}="${escapeXml(String(value))}"`]
  ).join("");
  return content === ""
    ? `<${name}${given}/>`
    : `<${name}${given}>${content}</${name}>`;
}

/** A text as XML may hold it: line ends stay, what XML forbids is shown by a sign. */
export function escapeXml(text: string): string {
  return text.split(/(\r\n?|\n|\t)/).map((part, at) =>
    at % 2 === 1
      ? part.replace(/[\s\S]/g, (char) => `&#${char.charCodeAt(0)};`)
      : printable(part).replace(/[\uFFFE\uFFFF]/g, "\uFFFD")
        .replaceAll("&", "&amp;").replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;").replaceAll('"', "&quot;")
  ).join("");
}
