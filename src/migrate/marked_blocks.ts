import type { Document } from "../model/document.ts";

/** Lines `[from, to)`. */
export interface Block {
  readonly from: number;
  readonly to: number;
}

/** Comments and headers with which other tools mark a stretch as their own: aws-sso-cli, Granted. */
const opens =
  /^[#;][ \t]*BEGIN_AWS_SSO_CLI\b|^\[granted_registry_start\b|^[#;][ \t]*(?:BEGIN|>>>)[ \t]/;
const closes =
  /^[#;][ \t]*END_AWS_SSO_CLI\b|^\[granted_registry_end\b|^[#;][ \t]*(?:END|<<<)[ \t]/;

/** The stretches of a file that other tools mark as their own. */
export function markedBlocks({ lines, text }: Document): readonly Block[] {
  const blocks: Block[] = [];
  let from = -1;
  for (const [at, line] of lines.entries()) {
    if (line.kind !== "comment" && line.kind !== "header") continue;
    const shown = text.slice(line.indent, line.stop);
    if (from === -1 && opens.test(shown)) from = at;
    else if (from !== -1 && closes.test(shown)) {
      blocks.push({ from, to: at + 1 });
      from = -1;
    }
  }
  return blocks;
}
