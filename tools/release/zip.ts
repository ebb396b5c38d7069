import { Buffer } from "node:buffer";
import { crc32, deflateRawSync } from "node:zlib";
import type { Entry } from "./entry.ts";

/** A zip archive of files that all have one time, so that it is reproducible. */
export function zip(
  entries: readonly Entry[],
  { seconds }: { readonly seconds: number },
): Uint8Array {
  const bodies: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes, executable } of entries) {
    const packed = deflateRawSync(bytes, { level: 9 });
    const file = Buffer.from(name);
    // Version, UTF-8 names, deflate, time, checksum, sizes, length of the name.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(dosTime(seconds), 6);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(file.length, 22);
    const local = Buffer.concat([signature(0x04034b50), common, file]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((executable ? 0o100755 : 0o100644) * 0x10000, 6);
    rest.writeUInt32LE(offset, 10);
    directory.push(
      signature(0x02014b50),
      // Made on a system with Unix modes.
      Buffer.from([20, 3]),
      common,
      rest,
      file,
    );
    bodies.push(local, packed);
    offset += local.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([
    ...bodies,
    ...directory,
    signature(0x06054b50),
    end,
  ]);
}

function signature(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** Date and time as DOS kept them: from 1980 on, to two seconds, in UTC here. */
function dosTime(seconds: number): number {
  const at = new Date(Math.max(seconds, 315_532_800) * 1000);
  return (((at.getUTCFullYear() - 1980) << 25) |
    ((at.getUTCMonth() + 1) << 21) | (at.getUTCDate() << 16) |
    (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) |
    (at.getUTCSeconds() >> 1)) >>> 0;
}
