/**
 * Builds the binaries of all platforms, their archives, their list of contents and SHA256SUMS:
 * `deno task release [--only linux-x64,windows-x64] [--out dist/release] [--fast]`. Two builds of
 * one commit are the same bytes; `--fast` compresses less, for tests.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { version } from "../src/version.ts";
import { contents } from "./release/contents.ts";
import type { Entry } from "./release/entry.ts";
import { fixedCopy } from "./release/fixed_copy.ts";
import { installers } from "./release/installers.ts";
import { licences } from "./release/licences.ts";
import { packages } from "./release/packages.ts";
import { sbom } from "./release/sbom.ts";
import { tar } from "./release/tar.ts";
import { type Target, targets } from "./release/targets.ts";
import { zip } from "./release/zip.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    out: { type: "string", default: "dist/release" },
    fast: { type: "boolean", default: false },
  },
});
const root = fileURLToPath(new URL("..", import.meta.url));
const out = resolve(root, values.out);
const only = values.only?.split(",");
const unknown = only?.find((name) => !targets.some((one) => one.name === name));

if (unknown !== undefined) {
  console.error(
    `There is no platform "${unknown}" (${
      targets.map(({ name }) => name).join(", ")
    })`,
  );
  process.exitCode = 2;
} else {
  release();
}

function release(): void {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const seconds = commitTime();
  const folder = fixedCopy(root);
  const inside = packages(folder);
  const sums = new Map<string, string>();
  const write = (name: string, bytes: Uint8Array | string) => {
    writeFileSync(join(out, name), bytes);
    sums.set(name, createHash("sha256").update(bytes).digest("hex"));
  };
  for (const target of targets) {
    if (only && !only.includes(target.name)) continue;
    const name = `awscfg-${version}-${target.name}`;
    const entries = [
      { ...binary(folder, target), executable: true },
      ...contents(target, { seconds, licences: licences(inside) }),
    ].map((entry): Entry => ({ ...entry, name: `${name}/${entry.name}` }));
    if (target.windows) write(`${name}.zip`, zip(entries, { seconds }));
    else {
      const archive = tar(entries, { seconds });
      write(
        `${name}.tar.gz`,
        gzipSync(archive, { level: values.fast ? 1 : 9 }),
      );
      if (!values.fast) write(`${name}.tar.xz`, xz(archive));
    }
    console.error(`${name}: ${megabytes(entries[0].bytes.length)} MB`);
  }
  write(`awscfg-${version}.cdx.json`, sbom(inside, { version, seconds }));
  for (const [name, text] of installers(root)) write(name, text);
  writeFileSync(
    join(out, "SHA256SUMS"),
    [...sums].sort().map(([name, sum]) => `${sum}  ${name}\n`).join(""),
  );
  rmSync(folder, { recursive: true, force: true });
}

/** Compiled in the fixed folder, always under one name: Bun bakes the name into the binary. */
function binary(folder: string, { bun, windows }: Target): Entry {
  const name = windows ? "awscfg.exe" : "awscfg";
  execFileSync(process.execPath, [
    "run",
    "--allow-all",
    "--no-check",
    "--quiet",
    "tools/compile.ts",
    `--target=${bun}`,
    `--outfile=dist/${name}`,
  ], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  return { name, bytes: readFileSync(join(folder, "dist", name)) };
}

function xz(bytes: Uint8Array): Uint8Array {
  return execFileSync("xz", ["-6", "--threads=1", "--stdout"], {
    input: bytes,
    maxBuffer: 2 ** 30,
  });
}

/** The time that every file in the archives has. */
function commitTime(): number {
  const given = process.env.SOURCE_DATE_EPOCH;
  return Number(
    given ?? execFileSync("git", ["log", "-1", "--format=%ct"], {
      cwd: root,
      encoding: "utf8",
    }),
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
