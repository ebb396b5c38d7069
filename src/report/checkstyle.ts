import type { Result } from "./result.ts";
import { element } from "./xml.ts";

/** The XML of Checkstyle, which many programs read. */
export function checkstyle({ findings, paths }: Result): string {
  const files = paths.map((path) => {
    const errors = findings.filter((one) => one.path === path).map(
      ({ start, severity, message, rule }) =>
        `    ${
          element("error", {
            line: start.line,
            column: start.column,
            severity,
            message,
            source: `awscfg.${rule}`,
          })
        }\n`,
    ).join("");
    return `  ${element("file", { name: path }, errors && `\n${errors}  `)}\n`;
  }).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n${
    element("checkstyle", { version: "4.3" }, files && `\n${files}`)
  }\n`;
}
