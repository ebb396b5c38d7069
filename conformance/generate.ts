import fc from "fast-check";
import { chain } from "./generate_chain.ts";
import * as words from "./generate_words.ts";

/** Both files as bytes; null where there is none. */
export interface GeneratedFiles {
  readonly config: Uint8Array | null;
  readonly credentials: Uint8Array | null;
}

/** Any pair of files out of the corners of the grammar, one of them perhaps missing. */
export function generatedFiles(): fc.Arbitrary<GeneratedFiles> {
  const file = bytes(often([5, lines()], [2, soup()], [2, chain("config")]));
  const none = fc.constant(null);
  return often<GeneratedFiles>(
    [3, fc.record({ config: file, credentials: none })],
    [1, fc.record({ config: none, credentials: file })],
    [2, fc.record({ config: file, credentials: file })],
    [
      2,
      fc.record({
        config: bytes(chain("config")),
        credentials: bytes(chain("credentials")),
      }),
    ],
  );
}

type Text = fc.Arbitrary<string>;

/** One of these; the earlier the simpler. */
function one(...values: readonly string[]): Text {
  return fc.constantFrom(...values);
}

/** One of these, each as often as the number says. */
function often<T>(
  ...choices: readonly (readonly [number, fc.Arbitrary<T>])[]
): fc.Arbitrary<T> {
  return fc.oneof(
    ...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })),
  );
}

/** Mostly nothing: this only once in so many times. */
function rarely(times: number, text: Text): Text {
  return often([times - 1, fc.constant("")], [1, text]);
}

function joined(...parts: readonly Text[]): Text {
  return fc.tuple(...parts).map((strings) => strings.join(""));
}

const space = one(...words.spaces);
const indent = rarely(4, often([3, one(" ", "  ", "    ", "\t")], [1, space]));
const comment = joined(
  one(" ", "", "\t", "\u00a0"),
  one("#", ";"),
  one(...words.comments),
);
const lineEnd = often(
  [24, one("\n")],
  [4, one("\r\n", "\n\n", "\n \n")],
  [1, one(...words.oddLineEnds)],
);

const name = often(
  [8, one("a", "b", "default", "s")],
  [4, one(...words.oddNames)],
  [
    1,
    fc.array(one(...words.nameLetters), { maxLength: 6 }).map((all) =>
      all.join("")
    ),
  ],
);
const header = joined(
  rarely(9, indent),
  one("["),
  rarely(13, space),
  often(
    [8, one("profile ", "profile ", "sso-session ", "services ", "")],
    [2, one(...words.oddKinds)],
  ),
  name,
  rarely(13, space),
  often([15, one("]")], [1, one("", "]]", "] ]", ")")]),
  rarely(7, fc.oneof(comment, space, one(...words.behindHeader))),
);

const delimiter = often(
  [8, one(" = ", "=", "= ", " =")],
  [2, one(...words.oddDelimiters)],
);
const pair = joined(
  indent,
  often([8, one(...words.keys)], [2, one(...words.oddKeys)]),
  delimiter,
  often(
    [8, one("v", "us-east-1", "a", "s", "")],
    [4, one(...words.oddValues)],
  ),
  rarely(7, comment),
  rarely(11, space),
);
const block = fc.tuple(
  joined(
    indent,
    one("s3", "s3", "k", "dynamodb", "Region"),
    delimiter,
    rarely(7, comment),
  ),
  fc.array(pair, { maxLength: 3 }),
  one("  ", "\t", " ", "\u00a0", ""),
).map(([opener, inner, depth]) =>
  [opener, ...inner.map((line) => depth + line)].join("\n")
);

/** A file of whole lines, each odd in its own way. */
function lines(): Text {
  const line = often(
    [3, header],
    [2, one(...words.plainHeaders)],
    [2, one(...words.plainSections)],
    [6, pair],
    [2, block],
    [2, joined(indent, one(...words.junk))],
    [1, comment],
  );
  const rest = fc.array(joined(line, lineEnd), { maxLength: 10 });
  return fc.tuple(
    one("[profile a]\n", "[a]\n", "[default]\n", "", "", "", "# c\n", "\n"),
    rest,
  ).map(([first, others]) => first + others.join(""));
}

/** Pieces of the grammar in any order. */
function soup(): Text {
  const piece = often(
    [3, one(...words.pieces)],
    [1, one(...words.oddPieces)],
  );
  return fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(""));
}

/** Mostly UTF-8; sometimes with a byte-order mark, a byte that is no UTF-8, or as UTF-16. */
function bytes(text: Text): fc.Arbitrary<Uint8Array> {
  const encode = (of: string) => new TextEncoder().encode(of);
  const broken = fc.tuple(text, fc.nat(), fc.constantFrom(...words.brokenBytes))
    .map(([of, at, bad]) => {
      const good = [...encode(of)];
      return Uint8Array.from(good.toSpliced(at % (good.length + 1), 0, ...bad));
    });
  const utf16 = fc.tuple(text, fc.boolean()).map(([of, big]) =>
    Uint8Array.from([...`\ufeff${of}`].flatMap((char) => {
      const code = char.charCodeAt(0);
      return big ? [code >> 8, code & 0xff] : [code & 0xff, code >> 8];
    }))
  );
  return often(
    [30, text.map(encode)],
    [2, text.map((of) => encode(`\ufeff${of}`))],
    [2, broken],
    [1, utf16],
  );
}
