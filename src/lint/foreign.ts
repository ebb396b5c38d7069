import type { Document } from "../model/document.ts";
import { isKnownKey, thirdPartyTool } from "../reference/keys.ts";
import type { Line } from "../syntax/scan.ts";
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
  let sections = 0;
  let known = 0;
  let others = 0;
  let looked = 0;
  for (const line of lines) {
    if (line.kind === "blank" || line.kind === "comment") continue;
    if (++looked > PATIENCE) break;
    if (line.kind === "header") {
      const header = text.slice(line.indent, line.stop);
      if (ownHeader.test(header)) return undefined;
      if (/^\[(?:default|preview|plugins)\]/.test(header)) known++;
      sections++;
    } else if (isOurs(text, line)) known++;
    else others++;
    // Half of a real file's keys are known at the least; no need to read on.
    if (known >= 2 && known >= others) return undefined;
  }
  // One or two keys in sections say too little.
  return others > (sections > 0 ? 2 : 0) && known * 4 < others
    ? "not-aws"
    : undefined;
}

function isOurs(text: string, line: Line): boolean {
  const end = line.kind === "pair" ? line.keyEnd : line.stop;
  const [name] = text.slice(line.indent, end).toLowerCase()
    .replace(/^(?:export|setx?)[ \t]+/, "").split(/[ \t]/, 1);
  if (name === "$env" || /^(?:aws|sso)[_-]/.test(name)) return true;
  // `services:` and `image: x` stand in the files of many programs that write YAML.
  const yaml = line.kind === "pair" && text[line.delimiter] === ":";
  if (yaml && (line.valueStart === line.valueEnd || thirdPartyTool(name))) {
    return false;
  }
  return isKnownKey(name) || meantKey(name) !== undefined;
}
