/** Whether a version comes before another: `1.15.7` before `1.16`; a `v` in front is no matter. */
export function isBefore(version: string, other: string): boolean {
  const [a, b] = [numbers(version), numbers(other)];
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const far = (a[at] ?? 0) - (b[at] ?? 0);
    if (far !== 0) return far < 0;
  }
  return false;
}

function numbers(version: string): readonly number[] {
  return version.replace(/^v/, "").split(".").map((part) =>
    parseInt(part) || 0
  );
}
