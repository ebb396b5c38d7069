import { foreignOf } from "../src/lint/foreign.ts";
import type { Rule } from "../src/lint/rule.ts";

/** A file with NUL characters is no text, and nothing more can be said of it. */
export const fileNotText: Rule = {
  id: "file-not-text",
  severity: "error",
  summary: "The file is no text: it holds NUL characters",
  why: `
A file with NUL characters in it is not one that a person wrote: an archive, an encrypted file, what
a crash or a full disk left of a file, or UTF-16 that lost its byte-order mark. Clients do not look:
all of them read a NUL as a part of the value in which it stands. Nothing else is reported, since
none of it would mean anything.

Take the file from a backup, or save it again as UTF-8.
`,
  foreign: true,
  examples: () => [
    {
      title: "A disk was full when the file was written",
      bad: { config: "[default]\nregion = eu-west-1\n\0\0\0\0\0\0\0\0" },
      says: ["config:3:1 Not a text file: it holds NUL characters"],
      good: { config: "[default]\nregion = eu-west-1\n" },
    },
    {
      title: "UTF-16 without its byte-order mark",
      bad: { config: utf16("[profile dev]\noutput = Json\n") },
      says: [
        "config:1:2 Not a text file: it holds NUL characters, as UTF-16 without a byte-order mark does",
      ],
      good: { config: "[profile dev]\noutput = json\n" },
    },
  ],
  *check({ documents }) {
    for (const document of documents) {
      if (foreignOf(document) !== "binary") continue;
      const { path, text } = document;
      const start = text.indexOf("\0");
      const wide = /^(?:[^\0]\0){4}|^(?:\0[^\0]){4}/.test(text);
      yield {
        span: { path, start, end: start + 1 },
        message: wide
          ? "Not a text file: it holds NUL characters, as UTF-16 without a byte-order mark does"
          : "Not a text file: it holds NUL characters",
        help: wide
          ? "Save it as UTF-8"
          : "Take it from a backup, or write it again",
      };
    }
  },
};

function utf16(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0), 0]));
}
