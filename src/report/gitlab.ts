import type { Result, Shown } from "./result.ts";

const severities = {
  error: "major",
  warning: "minor",
  info: "info",
} as const;

/**
 * A Code Quality report of GitLab: paths from the repository's root on, and a fingerprint for each
 * finding that no other one has, or GitLab would show the first alone.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export function gitlab(
  { findings }: Result,
  fromRoot: (path: string) => string = (path) => path,
): string {
  const seen = new Map<string, number>();
  const issues = findings.map((finding) => {
    const { rule, message, severity, start, end } = finding;
    const path = fromRoot(finding.path);
    const same = identity(finding, path);
    const count = (seen.get(same) ?? 0) + 1;
    seen.set(same, count);
    return {
      // GitLab does not show the name of the check.
      description: `${rule}: ${message}`,
      check_name: rule,
      fingerprint: hash(`${same}\n${count}`),
      severity: severities[severity],
      location: { path, lines: { begin: start.line, end: end.line } },
    };
  });
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}

/** What stays the same while lines come and go around it. */
function identity({ rule, section, message }: Shown, path: string): string {
  return [rule, path, section ?? "", message].join("\n");
}

/** FNV-1a of 64 bits, twice, as 32 hexadecimal digits. */
function hash(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return [14695981039346656037n, 7809847782465536322n].map((basis) => {
    let value = basis;
    for (const byte of bytes) {
      value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 1099511628211n);
    }
    return value.toString(16).padStart(16, "0");
  }).join("");
}
