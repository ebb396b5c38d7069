/**
 * Records `awscfg lint testdata/demo`: the whole screen as a picture, `docs/screen.svg`, and its
 * beginning as text in README.md between two markers. With `--check` it writes nothing, and ends
 * with status 1 where one of them is out of date.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { lintFiles } from "../src/cli/lint.ts";
import { nodeIo } from "../src/cli/node_io.ts";
import { terminalPicture } from "./terminal_picture.ts";

const root = new URL("../", import.meta.url);
const markers = ["<!-- screen -->", "<!-- end of screen -->"] as const;
const line = "$ awscfg lint testdata/demo";
/** So many findings are shown. */
const shown = 3;

const colored = await screen("always");
const readme = read("README.md");
const wanted = new Map([
  [
    "docs/screen.svg",
    terminalPicture(`\x1b[1m${line}\x1b[0m\n${beginning(colored, 5)}`),
  ],
  ["README.md", withScreen(readme, beginning(await screen("never"), shown))],
]);
mkdirSync(new URL("docs/", root), { recursive: true });
for (const [name, text] of wanted) {
  if (read(name) === text) continue;
  if (process.argv.includes("--check")) {
    console.error(`${name} is out of date: run deno task picture`);
    process.exitCode = 1;
  } else writeFileSync(new URL(name, root), text);
}

/** What the program writes, in the repository's folder. */
async function screen(color: "always" | "never"): Promise<string> {
  let text = "";
  const args = ["--isolated", `--color=${color}`, "testdata/demo"];
  const io = {
    ...nodeIo(),
    cwd: new URL(".", root).pathname.replace(/\/$/, ""),
    write: (_: string, content: string | Uint8Array) => {
      text += typeof content === "string"
        ? content
        : new TextDecoder().decode(content);
    },
  };
  await lintFiles(io, args);
  return text;
}

/** The first findings, and the last line, which counts all. */
function beginning(text: string, count: number): string {
  const blocks = text.trimEnd().split("\n\n");
  const last = blocks.at(-1)!.split("\n").at(-1)!;
  return [...blocks.slice(0, count), "…", last].join("\n\n") + "\n";
}

function withScreen(text: string, screen: string): string {
  const [before, rest] = text.split(markers[0]);
  const after = rest?.split(markers[1])[1];
  if (after === undefined) throw new Error(`README.md has no ${markers[0]}`);
  return `${before}${
    markers[0]
  }\n\n\`\`\`console\n${line}\n${screen}\`\`\`\n\n${markers[1]}${after}`;
}

function read(name: string): string {
  try {
    return readFileSync(new URL(name, root), "utf8").replaceAll("\r\n", "\n");
  } catch {
    return "";
  }
}
