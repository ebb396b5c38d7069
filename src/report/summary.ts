import type { Result, Shown } from "./result.ts";

/** How many findings there are of each kind, and how many a fix takes away. */
export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  /** Those that `--fix` takes away. */
  readonly fixable: number;
  /** Those that only `--unsafe-fixes` takes away. */
  readonly unsafe: number;
}

/** Counts findings. */
export function countsOf(findings: readonly Shown[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, fixable: 0, unsafe: 0 };
  for (const { severity, fix } of findings) {
    counts[severity]++;
    if (fix) counts[fix.safety === "safe" ? "fixable" : "unsafe"]++;
  }
  return counts;
}

/** `2 errors, 1 warning in 2 files; --fix repairs 1, --fix --unsafe-fixes 1 more` */
export function summaryOf({ findings, files }: Result): string {
  const { error, warning, info, fixable, unsafe } = countsOf(findings);
  const parts = [
    ...(error ? [plural(error, "error")] : []),
    ...(warning ? [plural(warning, "warning")] : []),
    ...(info ? [`${info} info`] : []),
  ];
  const repairs = [
    ...(fixable ? [`--fix repairs ${fixable}`] : []),
    ...(unsafe
      ? [
        `--fix --unsafe-fixes ${
          fixable ? `${unsafe} more` : `repairs ${unsafe}`
        }`,
      ]
      : []),
  ];
  const found = parts.length > 0 ? parts.join(", ") : "No findings";
  return `${found} in ${plural(files, "file")}${
    repairs.length > 0 ? `; ${repairs.join(", ")}` : ""
  }`;
}

/** `1 file`, `2 files` */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
