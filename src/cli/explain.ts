import { rules } from "../../rules/mod.ts";
import { page } from "../docs/page.ts";
import type { Files, Rule } from "../lint/rule.ts";
import type { Io } from "./io.ts";
import { unknownRule } from "./rule_choice.ts";
import { refuse } from "./say.ts";

/** `awscfg explain`: a rule's page, or the table of all rules. */
export function explain(
  io: Io,
  operands: readonly string[],
  flags: Readonly<Record<string, unknown>>,
): number {
  const known = rules.map(({ id }) => id);
  const [id, another] = operands;
  if (another !== undefined) return refuse(io, "explain takes one rule");
  const rule = rules.find((one) => one.id === id);
  if (id !== undefined && !rule) {
    return refuse(io, unknownRule(id, known).usage);
  }
  const content = flags.json
    ? `${
      JSON.stringify(rule ? described(rule) : rules.map(described), null, 2)
    }\n`
    : rule
    ? page(rule)
    : list(rules);
  io.write("stdout", content);
  return 0;
}

function list(all: readonly Rule[]): string {
  const width = Math.max(...all.map(({ id }) => id.length));
  return all.map((rule) =>
    `${rule.id.padEnd(width)}  ${
      (rule.default === "off" ? "off" : rule.severity).padEnd(7)
    }  ${rule.summary}\n`
  ).join("");
}

function described(rule: Rule): Record<string, unknown> {
  const { id, severity, summary, why } = rule;
  return {
    id,
    severity,
    default: rule.default ?? "on",
    summary,
    why: why.trim(),
    examples: rule.examples().map(({ title, bad, says, good }) => ({
      title,
      ...(bad ? { bad: texts(bad), says: says ?? [] } : {}),
      good: texts(good),
    })),
  };
}

/** Bytes that are no text are written in Base64. */
function texts(files: Files): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(files).map(([kind, content]) => [
      kind,
      typeof content === "string"
        ? content
        : { base64: btoa(String.fromCharCode(...content as Uint8Array)) },
    ]),
  );
}
