import type { Property, Rule } from "../src/lint/rule.ts";
import { mayBecome } from "../src/lint/siblings.ts";
import { kindOf } from "../src/lint/section_kind.ts";
import { findKey, type ValueType } from "../src/reference/keys.ts";
import { remove, replace, type TextEdit } from "../src/text/edit.ts";

/** Curly quotes and signs that nobody sees, from a chat or a web page. */
export const nonAsciiInValue: Rule = {
  id: "non-ascii-in-value",
  severity: "warning",
  summary: "A value or a key holds a sign that does not belong there",
  why: `
Text that comes from a chat, a wiki or a PDF brings signs along that no editor shows: blanks of no
width, blanks that are no blanks, curly quotes, long dashes. They are a part of the value. The AWS CLI
then prints a region that *looks* right and says that it is not; a key with such a sign at its end is
none that a client knows. Rust and the common runtime do not even take a no-break space in front of
\`=\` for a blank.

Free text, names of profiles, paths and comments may hold any letter.
`,
  examples: () => [
    {
      title: "Curly quotes, and a blank of no width",
      bad: {
        config:
          "[profile dev]\r\nregion = \u201ceu-west-1\u201d\r\noutput = json\u200b\r\nsdk_ua_app_id\u00a0= shop",
      },
      says: [
        'config:2:10 The value of "region" holds a curly quote (U+201C)',
        'config:3:10 The value of "output" holds a sign that nobody sees (U+200B)',
        'config:4:1 The key "sdk_ua_app_id" holds a sign that nobody sees (U+00A0)',
      ],
      good: {
        config:
          "[profile dev]\r\nregion = eu-west-1\r\noutput = json\r\nsdk_ua_app_id = shop",
      },
    },
    {
      title: "Letters where they may stand",
      good: {
        config:
          "# für München\n[profile dev]\nregion = eu-west-1\nca_bundle = /home/jörg/ca.pem\ngranted_description = Büro\n",
      },
    },
  ],
  *check({ documents, index }) {
    const odd = documents.filter(({ text, encoding }) =>
      encoding !== "latin1" && /[^\t\n\r -~]/.test(text)
    );
    if (odd.length === 0) return;
    for (const property of index.odd.settings) {
      const { key, value, keySpan, valueSpan, section } = property;
      if (!odd.includes(section.document)) continue;
      const name = key.replace(unseen, "");
      const bare = name.toLowerCase();
      const known = findKey(bare, kindOf(section), property.parent?.name);
      if (!known || known.tool !== undefined) continue;
      const inKey = name !== key;
      const [sign] = inKey
        ? unseen.exec(key)!
        : wrongFor(known.type).exec(value) ?? [];
      if (!sign) continue;
      const edits = !inKey
        ? repair(property)
        : mayBecome(property, bare)
        ? without(keySpan, key)
        : undefined;
      yield {
        span: inKey ? keySpan : valueSpan,
        message: `${
          inKey ? `The key "${name}"` : `The value of "${key}"`
        } holds ${nameOf(sign)} (U+${hex(sign)})`,
        ...(edits
          ? { fix: { title: "Take the wrong signs out", edits, guess: true } }
          : { help: "Write the line again, without it" }),
      };
    }
  },
};

/** Blanks that are none, marks of direction and width, control characters. */
const unseen =
  // deno-lint-ignore no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]+/u;
const quotes = /[\u2018-\u201f]/u;
const dashes = /[\u2010-\u2015\u2212]/u;

/** What a value of this type cannot hold. */
function wrongFor(type: ValueType): RegExp {
  switch (type) {
    case "string":
    case "path":
    case "profile-name":
    case "sso-session-name":
    case "services-name":
      return unseen;
    case "command":
      return new RegExp(`${unseen.source}|${quotes.source}`, "u");
    default:
      return /[^\t -~]/u;
  }
}

function nameOf(sign: string): string {
  if (unseen.test(sign)) return "a sign that nobody sees";
  if (quotes.test(sign)) return "a curly quote";
  return dashes.test(sign) ? "a dash that is no hyphen" : `"${sign}"`;
}

function hex(sign: string): string {
  return sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
}

/** Takes out what nobody sees and quotes at both ends, and writes hyphens; nothing if that is not all. */
function repair(
  { value, valueSpan }: Property,
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const { 0: sign, index } of value.matchAll(/[^\t -~]/gu)) {
    const start = valueSpan.start + index;
    const span = { ...valueSpan, start, end: start + sign.length };
    if (dashes.test(sign)) edits.push(replace(span, "-"));
    else if (unseen.test(sign)) edits.push(remove(span));
    else if (quotes.test(sign) && (index === 0 || index === value.length - 1)) {
      edits.push(remove(span));
    } else return undefined;
  }
  return edits;
}

function without(
  span: Property["keySpan"],
  text: string,
): readonly TextEdit[] {
  return [...text.matchAll(new RegExp(unseen, "gu"))].map(
    ({ 0: run, index }) => {
      const start = span.start + index;
      const end = start + run.length;
      // In front of "=" it stands for a blank.
      const blank = end === span.end && !/[\u200b-\u200f\ufeff]/.test(run);
      return replace({ ...span, start, end }, blank ? " " : "");
    },
  );
}
