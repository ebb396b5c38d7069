/** Characters that a terminal does not show, or that change what it shows. */
const hidden =
  // deno-lint-ignore no-control-regex
  /[\x00-\x08\x0a-\x1f\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]|(?! )\p{Zs}/u;

/** A text that is safe to show in a terminal: `␛` for an escape, `<U+00A0>` for a blank that is none. */
export function printable(text: string): string {
  if (/^[\x20-\x7e\t]*$/.test(text)) return text;
  return Array.from(text, (char) => printableChar(char)).join("");
}

/** One character, as it may be shown. Tabs are left. */
export function printableChar(char: string): string {
  if (!hidden.test(char)) return char;
  const code = char.codePointAt(0)!;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}
