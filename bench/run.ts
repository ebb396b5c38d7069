/**
 * Measures against peers, as ratios in one run: `deno task bench`. Peers that are missing are named.
 * Figures go to standard output as the Markdown that stands in `bench/README.md`.
 */
import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { cleanConfig, legacyConfig, slippedConfig } from "./files.ts";
import { inProcess } from "./in_process.ts";

const folder = mkdtempSync(join(tmpdir(), "awscfg-bench-"));
try {
  writeFileSync(join(folder, "config"), cleanConfig(100));
  writeFileSync(join(folder, "line.py"), "x = 1\n");
  writeFileSync(join(folder, "empty.ts"), "export {};\n");
  compile(join(folder, "empty.ts"), join(folder, "empty"));
  execFileSync(process.execPath, ["task", "-q", "compile"], {
    stdio: "inherit",
  });
  console.log(wholeProcess());
  console.log(
    await inProcess({
      clean: cleanConfig,
      slipped: slippedConfig,
      legacy: legacyConfig,
    }),
  );
  console.log(`Machine: ${machine()}`);
} finally {
  rmSync(folder, { recursive: true });
}

function compile(entry: string, outfile: string): void {
  execFileSync(
    "npx",
    [
      "-y",
      "bun@1.4.5",
      "build",
      "--compile",
      "--minify",
      "--bytecode",
      "--format=esm",
      `--outfile=${outfile}`,
      entry,
    ],
    { stdio: "ignore" },
  );
}

/** Start to end of whole programs, by hyperfine: the median, and the ratio to an empty program. */
function wholeProcess(): string {
  const binary = "dist/awscfg";
  const programs: readonly (readonly [string, string])[] = [
    ["an empty program, compiled the same way", join(folder, "empty")],
    ["`awscfg --version`", `${binary} --version`],
    ["`awscfg lint`, 100 profiles", `${binary} lint ${join(folder, "config")}`],
    ...peer("ruff", [
      "`ruff check`, a file of one line",
      `ruff check --no-cache ${join(folder, "line.py")}`,
    ]),
    ...peer("aws", [
      "`aws configure list-profiles`, 100 profiles",
      "aws configure list-profiles",
    ]),
  ];
  const report = join(folder, "hyperfine.json");
  const args = [
    "-N",
    "--ignore-failure",
    "--warmup",
    "5",
    "--min-runs",
    "60",
    "--export-json",
    report,
  ];
  const env = { ...process.env, AWS_CONFIG_FILE: join(folder, "config") };
  const { status, error } = spawnSync("hyperfine", [
    ...args,
    ...programs.map(([, command]) => command),
  ], { env, stdio: "ignore" });
  if (error || status !== 0) {
    return "hyperfine is missing: whole processes were not measured\n";
  }
  const { results } = JSON.parse(readFileSync(report, "utf8")) as {
    results: readonly { median: number; user: number; system: number }[];
  };
  const [empty] = results;
  const rows = results.map(({ median, user, system }, at) =>
    `| ${programs[at][0]} | ${ms(median)} | ${
      (median / empty.median).toFixed(2)
    } | ${ms(user + system)} |`
  );
  return [
    "| whole process | median | x empty | CPU |",
    "| --- | --: | --: | --: |",
    ...rows,
    "",
  ].join("\n");
}

function peer(
  name: string,
  program: readonly [string, string],
): readonly (readonly [string, string])[] {
  if (spawnSync(name, ["--version"], { stdio: "ignore" }).error) {
    console.log(`${name} is missing: ${program[0]} was not measured\n`);
    return [];
  }
  return [program];
}

function ms(seconds: number): string {
  return `${(seconds * 1000).toFixed(1)} ms`;
}

function machine(): string {
  const model = existsSync("/proc/cpuinfo")
    ? /model name\s*: (.*)/.exec(readFileSync("/proc/cpuinfo", "utf8"))?.[1]
    : undefined;
  const load = existsSync("/proc/loadavg")
    ? readFileSync("/proc/loadavg", "utf8").split(" ")[0]
    : "unknown";
  return `${
    model ?? "unknown"
  }, ${navigator.hardwareConcurrency} cores, load ${load}`;
}
