import fc from "fast-check";
import type { Kind } from "../src/model/document.ts";
import { choices, sessionLines, ssoKeys } from "./generate_words.ts";

type Text = fc.Arbitrary<string>;

/** Profiles that lead to one another, with every mix of settings that choose credentials. */
export function chain(kind: Kind): Text {
  const prefix = kind === "config" ? "profile " : "";
  const named = fc.constantFrom("a", "b", "c").map((name) => prefix + name);
  const fallback = fc.constantFrom("default", `${prefix}default`, "DEFAULT");
  const session = fc.constantFrom("sso-session s", "sso-session t");
  const section = fc.oneof(
    { weight: 6, arbitrary: sectionOf(named, profile()) },
    { weight: 1, arbitrary: sectionOf(fallback, profile()) },
    { weight: 2, arbitrary: sectionOf(session, sessionBody()) },
  );
  return fc.uniqueArray(section, {
    minLength: 1,
    maxLength: 6,
    selector: (text) => text.split("\n")[0],
  }).map((sections) => sections.join(""));
}

function sectionOf(header: Text, body: Text): Text {
  return fc.tuple(header, body).map(([name, text]) => `[${name}]\n${text}`);
}

function profile(): Text {
  const sso = fc.subarray(ssoKeys).map((keys) =>
    keys.map((key) =>
      `${key} = ${choices.find(([known]) => known === key)![1][0]}\n`
    ).join("")
  );
  return fc.oneof(
    { weight: 5, arbitrary: distinct(setting(16)) },
    { weight: 1, arbitrary: distinct(setting(choices.length)) },
    { weight: 3, arbitrary: sso },
  );
}

/** A setting of one of the first keys; rarely a block, or in upper case. */
function setting(keys: number): Text {
  return fc.constantFrom(...choices.slice(0, keys)).chain(([key, values]) =>
    fc.oneof(
      {
        weight: 12,
        arbitrary: fc.constantFrom(...values).map((value) =>
          `${key} = ${value}\n`
        ),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          `${key} =\n  sub = v\n`,
          `${key} =\n`,
          `${key.toUpperCase()} = x\n`,
        ),
      },
    )
  );
}

function sessionBody(): Text {
  const whole = "sso_start_url = https://x\nsso_region = us-east-1\n";
  return fc.oneof(
    fc.constant(whole),
    distinct(fc.constantFrom(...sessionLines)),
  );
}

/** Settings of different keys. */
function distinct(line: Text): Text {
  return fc.uniqueArray(line, {
    maxLength: 7,
    selector: (text) => text.split(" ")[0],
  }).map((lines) => lines.join(""));
}
