/** What is said of a value that goes on with other settings, as when a page's lines ran together. */
export const swallowed =
  "The value holds the settings that follow it: each must stand on a line of its own";

/** Whether `key = …` stands in a value. Such a value is not shown, since a secret may follow. */
export function isSwallowed(value: string): boolean {
  return /(?:^|\s)[a-z0-9_]{4,}\s*=(?:\s|$)/i.test(value);
}
