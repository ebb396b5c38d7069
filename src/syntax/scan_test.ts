import assert from "node:assert/strict";
import fc from "fast-check";
import { decode, encode } from "./decode.ts";
import { scan } from "./scan.ts";

const pieces = fc.constantFrom(
  "[profile dev]",
  "[",
  "]",
  "region = eu-west-1",
  "key: value",
  "=",
  ":",
  "#",
  ";",
  " ",
  "\t",
  "\n",
  "\r",
  "\r\n",
  "\0",
  "\ufeff",
  "\u00a0",
  "\u2028",
  "é",
  "😀",
  "s3 =",
  "\x85",
  "\x0b",
);
const anyText = fc.oneof(
  fc.string(),
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join("")),
);
const marks = fc.constantFrom([], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [
  0xfe,
  0xff,
]);
const anyBytes = fc.tuple(marks, fc.uint8Array({ maxLength: 200 })).map((
  [mark, rest],
) => Uint8Array.of(...mark, ...rest));

Deno.test("scan() gives lines that are the text, end to end", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let at = 0;
      for (const line of scan(text)) {
        assert.equal(line.start, at);
        assert.ok(
          line.start <= line.indent && line.indent <= line.stop &&
            line.stop <= line.end && line.end > line.start,
        );
        assert.match(
          text.slice(line.stop, line.end),
          line.end === text.length ? /^(?:\r\n|\r|\n)?$/ : /^(?:\r\n|\r|\n)$/,
        );
        assert.doesNotMatch(text.slice(line.start, line.stop), /[\r\n]/);
        if (line.kind === "pair") {
          assert.ok("=:".includes(text[line.delimiter]));
          assert.ok(
            line.keyEnd <= line.delimiter && line.delimiter < line.valueStart &&
              line.valueEnd <= line.stop,
          );
        }
        at = line.end;
      }
      assert.equal(at, text.length);
    }),
    { numRuns: 2000 },
  );
});

Deno.test("decode() loses no byte", () => {
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      const { text, encoding } = decode(bytes);
      assert.deepEqual(encode(text, encoding), bytes);
    }),
    { numRuns: 2000 },
  );
});

Deno.test("decode() tells the encodings apart", () => {
  const told = (...bytes: number[]) => decode(Uint8Array.from(bytes)).encoding;
  assert.equal(told(0x5b, 0x61, 0x5d), "utf-8");
  assert.equal(told(0xef, 0xbb, 0xbf, 0x5b), "utf-8");
  assert.equal(told(0xff, 0xfe, 0x5b, 0x00), "utf-16le");
  assert.equal(told(0xfe, 0xff, 0x00, 0x5b), "utf-16be");
  assert.equal(told(0x63, 0x61, 0x66, 0xe9), "latin1");
  assert.equal(told(0xff, 0xfe, 0x5b), "latin1");
});

Deno.test("scan() tells lines by their shape", () => {
  const kinds = scan(
    "[a]\n  [b] # c\nk = v\n k: v\n# c\n ; c\n\n \t\nword\n= v\n\ufeff[x",
  ).map(({ kind }) => kind);
  assert.deepEqual(kinds, [
    "header",
    "header",
    "pair",
    "pair",
    "comment",
    "comment",
    "blank",
    "blank",
    "other",
    "pair",
    "other",
  ]);
  assert.equal(scan("\ufeff[x]")[0].kind, "header");
});

Deno.test("scan() takes a line of ten million characters", () => {
  const text = "key = " + "x".repeat(10_000_000);
  const [line, ...rest] = scan(text);
  assert.equal(rest.length, 0);
  assert.equal(line.end, text.length);
  assert.equal(scan("[".repeat(1_000_000)).length, 1);
  assert.equal(scan("[\n".repeat(200_000)).length, 200_000);
});
