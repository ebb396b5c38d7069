import { table } from "./table.ts";
import { isOk, type Verdict } from "./verify.ts";

/** Profiles with their account, role, and whether they work, else why not and what to do. */
export function verdictTable(verdicts: readonly Verdict[]): string {
  return table([
    ["PROFILE", "ACCOUNT", "ROLE", "RESULT"],
    ...verdicts.map((verdict) => {
      const { profile, account, accountName, role, message } = verdict;
      const result = isOk(verdict)
        ? `ok${message ? ` (${message})` : ""}`
        : message ?? "failed";
      const named = accountName ? `${account} (${accountName})` : account;
      return [profile, named ?? "-", role ?? "-", result];
    }),
  ]);
}
