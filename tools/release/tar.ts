import { Buffer } from "node:buffer";
import type { Entry } from "./entry.ts";

/** A tar archive (ustar) of files that all have one time and no owner, so that it is reproducible. */
export function tar(
  entries: readonly Entry[],
  { seconds }: { readonly seconds: number },
): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (const { name, bytes, executable } of entries) {
    if (Buffer.byteLength(name) > 100) throw new Error(`${name} is too long`);
    const header = Buffer.alloc(512);
    const octal = (value: number, at: number, length: number) =>
      header.write(value.toString(8).padStart(length - 1, "0") + "\0", at);
    header.write(name, 0);
    octal(executable ? 0o755 : 0o644, 100, 8);
    octal(0, 108, 8);
    octal(0, 116, 8);
    octal(bytes.length, 124, 12);
    octal(seconds, 136, 12);
    // The checksum counts itself as blanks.
    header.write(" ".repeat(8), 148);
    header.write("0", 156);
    header.write("ustar\x0000", 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    blocks.push(header, bytes, Buffer.alloc((512 - bytes.length % 512) % 512));
  }
  blocks.push(Buffer.alloc(1024));
  return Buffer.concat(blocks);
}
