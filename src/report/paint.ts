import type { Severity } from "../lint/rule.ts";

/** Colours for parts of a text; without colour they leave it alone. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly green: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly severity: (severity: Severity, text: string) => string;
}

/** The colours, or none. */
export function paint(color: boolean): Paint {
  const style = (code: number) => (text: string) =>
    color && text !== "" ? `\x1b[${code}m${text}\x1b[0m` : text;
  const red = style(31);
  const yellow = style(33);
  const dim = style(2);
  return {
    bold: style(1),
    dim,
    green: style(32),
    blue: style(34),
    red,
    yellow,
    severity: (severity, text) =>
      severity === "error"
        ? red(text)
        : severity === "warning"
        ? yellow(text)
        : dim(text),
  };
}
