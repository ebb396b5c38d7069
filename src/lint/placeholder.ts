/** A part of a text that stands for something else. Offsets are into the text. */
export interface Placeholder {
  readonly text: string;
  readonly start: number;
}

/** Words that nobody has for a name: `<ACCOUNT_ID>`, `YOUR-ROLE`, `your_region`, `xxxx`, `REPLACE_ME`. */
const words =
  /<[^<>]*>|\b(?:REPLACE|INSERT|CHANGE|ENTER)[-_ ]?(?:ME|THIS|HERE|WITH|YOUR)\b[A-Z_-]*|\b[Yy](?:our|OUR)[-_ ][A-Za-z0-9_-]+|\bMY[-_](?:AWS[-_]|SSO[-_])?(?:ACCOUNT|ACCESS|SECRET|KEY|REGION|ROLE|USER|PORTAL|MFA)[A-Z0-9_-]*|x{4,}|X{4,}|\.{3,}|…/;

/** What is left in a value for somebody to fill in. */
export function placeholderIn(value: string): Placeholder | undefined {
  // Most values have none of these, and to look for letters is quick.
  if (!/[<…]|xxxx|XXXX|\.\.\.|OUR|our|MY|ME|HERE|WITH|THIS/.test(value)) {
    return undefined;
  }
  const match = words.exec(value);
  return match ? { text: match[0], start: match.index } : undefined;
}

/** The account of an ARN that has a word where digits belong: `arn:aws:iam::ACCOUNT_ID:role/dev`. */
export function accountPlaceholder(arn: string): Placeholder | undefined {
  const match = /^(arn:[a-z-]+:[a-z0-9-]+:[a-z0-9-]*:)([A-Za-z][\w-]*):/.exec(
    arn,
  );
  // Roles and policies of AWS itself have "aws" there.
  if (!match || match[2] === "aws") return undefined;
  return { text: match[2], start: match[1].length };
}

/**
 * Whether a key is the name of one, or says that it is left out: `YOUR_ACCESS_KEY`, `secret-key`,
 * `changeme`, `****************ABCD` as `aws configure list` prints it. A real key may hold `xxxx`.
 */
export function isKeyPlaceholder(value: string): boolean {
  return /^<.*>$|\byour[-_ ]|^\*{4,}|^(?:\.{3,}|…)$|x{6,}/i.test(value) ||
    /^(?:aws[-_ ]?)?(?:access|secret|session)[-_ ]?(?:access[-_ ]?)?(?:key|token)(?:[-_ ]?id|[-_ ]here)?$/i
      .test(value) ||
    /^(?:change[-_ ]?me|redacted|removed|replace[-_ ]?me|todo|placeholder|none|null|undefined)$/i
      .test(value);
}
