import { readFileSync } from "node:fs";
import type { Answer } from "./ask.ts";
import { allCases, type Case } from "./cases.ts";

/** A case and what the real client answered. */
export interface RecordedCase extends Case {
  readonly answer: Omit<Answer, "id">;
}

/** The cases that a client was asked, in `answers/CLIENT.json`. */
export function recordedCases(client: string): readonly RecordedCase[] {
  const file = new URL(`answers/${client}.json`, import.meta.url);
  const { cases } = JSON.parse(readFileSync(file, "utf8"));
  return allCases().flatMap((one) =>
    one.id in cases ? [{ ...one, answer: cases[one.id] }] : []
  );
}
