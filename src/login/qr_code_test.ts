import assert from "node:assert/strict";
import jsQR from "jsqr";
import { qrCode } from "./qr_code.ts";

const url =
  "https://device.sso.eu-central-1.amazonaws.com/?user_code=ABCD-EFGH";

Deno.test("qrCode() is read by a reader of QR codes", () => {
  const picture = qrCode(url, 80)!;
  const rows = picture.split("\n").map((line) =>
    // deno-lint-ignore no-control-regex
    line.replace(/\u001b\[[\d;]*m/g, "").slice(2)
  );
  const scale = 4;
  const width = rows[0].length * scale;
  const height = rows.length * 2 * scale;
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const char = rows[Math.floor(y / scale / 2)][Math.floor(x / scale)];
      const upper = Math.floor(y / scale) % 2 === 0;
      const dark = char === "█" || char === (upper ? "▀" : "▄");
      if (dark) pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  // deno-lint-ignore no-explicit-any
  assert.equal((jsQR as any)(pixels, width, height)?.data, url);
});

Deno.test("qrCode() is left out where it is too wide", () => {
  assert.equal(qrCode(url, 30), undefined);
});
