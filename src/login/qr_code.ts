import { encode } from "uqr";

/**
 * A QR code for a terminal, two rows to a line; nothing where it is too wide. Black on white
 * whatever the colours of the terminal are, since many readers do not take it the other way.
 */
export function qrCode(text: string, columns: number): string | undefined {
  const { data, size } = encode(text, { ecc: "L", border: 2 });
  if (columns < size + 4) return undefined;
  const lines: string[] = [];
  for (let row = 0; row < size; row += 2) {
    let line = "";
    for (let column = 0; column < size; column++) {
      const upper = data[row][column];
      const lower = data[row + 1]?.[column] ?? false;
      line += upper ? (lower ? "█" : "▀") : lower ? "▄" : " ";
    }
    lines.push(`  \u001b[38;5;16;48;5;231m${line}\u001b[0m`);
  }
  return lines.join("\n");
}
