/**
 * What the prefix of an access key id says: `AKIA` is of a user and lasts, `ASIA` is of a session
 * and needs its token. Other prefixes of IAM (`AROA`, `AIDA`) are no access keys. Nothing where
 * the text has not the form of one (IAM User Guide, reference_identifiers).
 */
export function accessKeyKind(
  id: string,
): "long-term" | "temporary" | undefined {
  // The rest is base 32, but for some of the keys in AWS's documents.
  const prefix = /^(AKIA|ASIA)(?:[A-Z2-7]{16}|[A-Z0-9]{9}EXAMPLE)$/.exec(id)
    ?.[1];
  if (prefix === undefined) return undefined;
  return prefix === "AKIA" ? "long-term" : "temporary";
}

/** Whether `text` has the form of a secret access key, as observed: the models give none. */
export function isSecretAccessKey(text: string): boolean {
  return /^[A-Za-z0-9/+=]{40}$/.test(text);
}

/** Whether `text` is one of the keys that stand in AWS's own documents. */
export function isExampleKey(text: string): boolean {
  return /^(?:AKIA|ASIA)[A-Z0-9]{9}EXAMPLE$/.test(text) ||
    /^[A-Za-z0-9/+]{30}EXAMPLEKEY$/.test(text);
}
