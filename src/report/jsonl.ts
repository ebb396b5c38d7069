import { diagnosticOf } from "./json.ts";
import type { Result } from "./result.ts";

/** A JSON object on a line for each finding, in the shape of `json`. */
export function jsonl({ findings }: Result): string {
  return findings.map((one) => `${JSON.stringify(diagnosticOf(one))}\n`).join(
    "",
  );
}
