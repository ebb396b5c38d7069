import type { Key } from "../reference/keys.ts";
import { insertBefore } from "../text/edit.ts";
import { suggest } from "../text/suggest.ts";
import type { MeantValue } from "./meant_value.ts";
import type { Finding } from "./rule.ts";
import { smallestEdit } from "./smallest_edit.ts";

/** What a value that its key does not take was probably meant to be. */
export function valueRepair(
  { type, values = [] }: Key,
  meant: MeantValue,
): Pick<Finding, "fix" | "suggestions"> {
  const { value, span } = meant;
  if (type === "url") {
    if (!/^[\w.-]+(?::\d+)?(?:\/\S*)?$/.test(value)) return {};
    return {
      suggestions: ["http://", "https://"].map((scheme) => ({
        title: `Write ${scheme}${value}`,
        edits: [insertBefore(span, scheme)],
      })),
    };
  }
  const words = type === "bool" ? ["true", "false"] : values;
  const same = words.find((word) => plain(word) === plain(value));
  const right = same ?? (type === "bool" ? yesOrNo(value) : undefined) ??
    suggest(value, words);
  if (right === undefined) return {};
  return {
    fix: {
      title: `Write ${right}`,
      edits: [smallestEdit(span, { from: value, to: right })],
      ...(same === undefined && { guess: true }),
    },
  };
}

function yesOrNo(value: string): string | undefined {
  if (/^(?:yes|y|on|1|enabled?|t)$/i.test(value)) return "true";
  return /^(?:no|n|off|0|disabled?|f)$/i.test(value) ? "false" : undefined;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}
