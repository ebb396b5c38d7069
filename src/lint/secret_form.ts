/**
 * Whether a text has the form of a whole secret of AWS: 40 characters for a secret key, hundreds
 * for a session token, and none but those of base64. What stands behind it belongs to it no more.
 */
export function isCompleteSecret(key: string, text: string): boolean {
  return key === "aws_secret_access_key"
    ? /^[A-Za-z0-9/+=]{40}$/.test(text)
    : /^[A-Za-z0-9/+=]{100,}$/.test(text);
}
