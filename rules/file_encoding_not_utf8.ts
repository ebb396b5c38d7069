import type { Document, Finding, Fix, Rule } from "../src/lint/rule.ts";
import { remove, replace, type TextEdit } from "../src/text/edit.ts";

/** UTF-16 from PowerShell, or a letter in an old Windows or ISO encoding. */
export const fileEncodingNotUtf8: Rule = {
  id: "file-encoding-not-utf8",
  severity: "error",
  summary: "The file is not UTF-8",
  why: `
\`>\` in Windows PowerShell 5 writes UTF-16; old editors write one byte for \`é\`. The AWS CLI and
boto3 answer \`Unable to parse config file\` to both, even when the letter stands in a comment. Rust
takes a file with one wrong byte for an empty one, without an error. UTF-16 is read by .NET alone.
The other clients read the rest of the file and a wrong letter.

The fix writes the file as UTF-8. For UTF-16 that is certain; single bytes are taken for
Windows-1252, which is a guess, so look at the letters afterwards.

Reports: [aws/aws-xray-daemon#37](https://github.com/aws/aws-xray-daemon/issues/37) (looks like it),
[aws/amazon-ssm-agent#43](https://github.com/aws/amazon-ssm-agent/issues/43) (another file).
`,
  examples: () => [
    {
      title: "A file that PowerShell wrote",
      bad: { config: utf16("[default]\r\nregion = eu-west-1\r\n") },
      says: [
        "config:1:1 The file is UTF-16: of all clients only .NET reads it",
      ],
      good: { config: "[default]\r\nregion = eu-west-1\r\n" },
    },
    {
      title: "One byte for a letter, in a comment",
      bad: {
        config: Uint8Array.from(
          "# caf\xe9 \x93x\x94\n[default]\nregion = eu-west-1\n",
          (char) => char.charCodeAt(0),
        ),
      },
      says: [
        "config:1:6 The file is not UTF-8: the byte E9 makes the AWS CLI refuse it and Rust take it for empty",
      ],
      good: { config: "# café “x”\n[default]\nregion = eu-west-1\n" },
    },
    {
      title:
        "UTF-8 with one byte that is not: no fix, since nobody knows which letter it was",
      bad: {
        config: Uint8Array.from([
          ...bytes("# café "),
          0xe9,
          ...bytes("\n[default]\n"),
        ]),
      },
      says: [
        "config:1:9 The file is not UTF-8: the byte E9 makes the AWS CLI refuse it and Rust take it for empty",
      ],
      good: { config: "# café é\n[default]\n" },
    },
  ],
  *check({ documents }) {
    for (const document of documents) {
      if (document.encoding === "utf-8") continue;
      yield document.encoding === "latin1" ? stray(document) : wide(document);
    }
  },
};

function wide({ path, text }: Document): Finding {
  return {
    span: { path, start: 0, end: 0 },
    message: "The file is UTF-16: of all clients only .NET reads it",
    // Half a character has no form in UTF-8.
    ...(text.isWellFormed()
      ? {
        fix: {
          title: "Write it as UTF-8",
          edits: text.charCodeAt(0) === 0xfeff
            ? [remove({ path, start: 0, end: 1 })]
            : [],
          reencode: [path],
        },
      }
      : { help: "Save the file as UTF-8" }),
  };
}

/** One character a byte; sequences that are UTF-8 all the same say that the file is mixed. */
const high =
  /[\xc2-\xdf][\x80-\xbf]|(?:\xe0[\xa0-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]|\xed[\x80-\x9f])[\x80-\xbf]|(?:\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f])[\x80-\xbf]{2}|[\x80-\xff]/g;

function stray({ path, text }: Document): Finding {
  const found = [...text.matchAll(high)];
  const { index: start, 0: char } = found.find(([match]) =>
    match.length === 1
  )!;
  const byte = char.charCodeAt(0).toString(16).toUpperCase();
  return {
    span: { path, start, end: start + 1 },
    message:
      `The file is not UTF-8: the byte ${byte} makes the AWS CLI refuse it and Rust take it for empty`,
    ...(found.every(([match]) => match.length === 1)
      ? { fix: reencoded(path, found) }
      : { help: "Write the letter again and save the file as UTF-8" }),
  };
}

function reencoded(path: string, found: readonly RegExpExecArray[]): Fix {
  const windows = new TextDecoder("windows-1252");
  const edits: TextEdit[] = [];
  for (const { index: start, 0: char } of found) {
    const meant = windows.decode(Uint8Array.of(char.charCodeAt(0)));
    if (meant !== char) {
      edits.push(replace({ path, start, end: start + 1 }, meant));
    }
  }
  return { title: "Write it as UTF-8", edits, reencode: [path], guess: true };
}

function utf16(text: string): Uint8Array {
  return Uint8Array.from([
    0xff,
    0xfe,
    ...[...text].flatMap((char) => [char.charCodeAt(0), 0]),
  ]);
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
