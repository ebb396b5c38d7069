import type { Document } from "../model/document.ts";
import { isKnownKey } from "../reference/keys.ts";
import { meantKey } from "./meant_key.ts";

/** `binary` is no text at all; `not-aws` is a text that no AWS client has anything to do with. */
export type Foreign = "binary" | "not-aws";

/** Headers that stand in no other program's files: `[profile x]`, `[sso-session x]`, `[services x]`. */
const ownHeader =
  /^[ \t]*\[[ \t]*(?:profile|sso[-_]session|services)[ \t]+[^\s\]]/i;

/** How many lines are looked at before a file is given up. */
const PATIENCE = 500;

/**
 * Whether a file is none of AWS: no section that only AWS has, and hardly a key that a client
 * knows, not even misspelt. A file of comments alone is not foreign, nor is an empty one.
 */
export function foreignOf(document: Document): Foreign | undefined {
  const { text, lines } = document;
  if (text.includes("\0")) return "binary";
  let known = 0;
  let others = 0;
  let looked = 0;
  for (const line of lines) {
    if (line.kind === "blank" || line.kind === "comment") continue;
    if (++looked > PATIENCE) break;
    const content = text.slice(line.indent, line.stop);
    if (line.kind === "header") {
      if (ownHeader.test(content)) return undefined;
      if (/^\[(?:default|preview|plugins)\]/.test(content)) known++;
      continue;
    }
    const key = line.kind === "pair"
      ? text.slice(line.indent, line.keyEnd)
      : content.split(/[ \t]/, 1)[0];
    if (isOurs(key)) known++;
    else others++;
    // Half of a real file's keys are known at the least; no need to read on.
    if (known >= 2 && known >= others) return undefined;
  }
  return others > 0 && known * 4 < others ? "not-aws" : undefined;
}

function isOurs(key: string): boolean {
  const name = key.replace(/^(?:export|setx?)[ \t]+/i, "").toLowerCase();
  return name === "$env" || /^(?:aws|sso)[_-]/.test(name) || isKnownKey(name) ||
    meantKey(name) !== undefined;
}
