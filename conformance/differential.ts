/**
 * Puts generated files to live clients, and compares what they read and how they resolve every
 * profile with the readers. What they disagree on is shrunk and printed.
 *
 * `differential.ts [COUNT] [SEED] [CLIENT…]`: 2000 pairs of files, a seed of its own, and botocore and
 * js if not said.
 */
import process from "node:process";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { openDocuments, type Workspace } from "../src/model/document.ts";
import { botocore } from "../src/readers/botocore.ts";
import { resolveBotocore } from "../src/readers/botocore_resolve.ts";
import { crt } from "../src/readers/crt.ts";
import { resolveCrt } from "../src/readers/crt_resolve.ts";
import { java } from "../src/readers/java.ts";
import { resolveJava } from "../src/readers/java_resolve.ts";
import { js } from "../src/readers/js.ts";
import { resolveJs } from "../src/readers/js_resolve.ts";
import { readAs } from "../src/readers/read_as.ts";
import type { Resolver } from "../src/readers/resolve.ts";
import type { Reader, Settings, View } from "../src/readers/view.ts";
import { type Answer, realClient } from "./ask.ts";
import { type CaseFiles, caseSources } from "./case_sources.ts";
import { type GeneratedFiles, generatedFiles } from "./generate.ts";
import { type LiveClient, liveClient } from "./live_client.ts";
import { plainResolution } from "./plain_resolution.ts";

const all: readonly {
  readonly name: string;
  readonly reader: Reader;
  readonly resolver: Resolver;
}[] = [
  { name: "botocore", reader: botocore, resolver: resolveBotocore },
  { name: "js", reader: js, resolver: resolveJs },
  { name: "java", reader: java, resolver: resolveJava },
  { name: "crt", reader: crt, resolver: resolveCrt },
];
const asked = process.argv.length > 4
  ? process.argv.slice(4)
  : ["botocore", "js"];
const subjects = all.filter(({ name }) => asked.includes(name));

const count = Number(process.argv[2] ?? 2000);
let seed = Number(process.argv[3] ?? Date.now() % 0x7fffffff);
console.log(`${count} pairs of files, seed ${seed}`);
const live = subjects.map(({ name }) => {
  const client = realClient(name);
  if ("missing" in client) throw new Error(`${name}: ${client.missing}`);
  return liveClient(client);
});

/** For these a block is a value, too, its text; for the readers it has none. */
const takesBlocks = ["java", "crt"];
const batch = 250;
let resolved = 0;
/** How many of the readings were whole, by client, so that the generator can be judged. */
const loaded: Record<string, number> = {};
const found = new Map<string, CaseFiles>();
for (let done = 0; done < count; done += batch) {
  const checked = await fc.check(
    fc.asyncProperty(generatedFiles(), async (files) => {
      const faults = await disagreements(encoded(files));
      if (faults.length > 0) throw new Error(faults.join("\n"));
    }),
    { numRuns: Math.min(batch, count - done), seed: seed++ },
  );
  if (!checked.failed) continue;
  const files = encoded(checked.counterexample![0]);
  const faults = (await disagreements(files)).join("\n");
  if (!found.has(faults)) {
    console.log(`\n${JSON.stringify(files)}\n${shown(files)}\n${faults}`);
  }
  found.set(faults, files);
}
for (const client of live) client.end();
const whole = Object.entries(loaded).map(([name, times]) =>
  `${name} loads ${times}`
).join(", ");
console.log(
  `${count} pairs of files, ${whole}, ${resolved} profiles resolved: ${
    found.size === 0 ? "no disagreement" : `${found.size} disagreements`
  }`,
);
process.exitCode = found.size === 0 ? 0 : 1;

async function disagreements(files: CaseFiles): Promise<readonly string[]> {
  const answers = await Promise.all(
    live.map((client: LiveClient) => client.ask(files)),
  );
  return subjects.flatMap((subject, at) =>
    compared(openDocuments(caseSources(files)), {
      ...subject,
      answer: answers[at],
    })
  );
}

function compared(
  workspace: Workspace,
  { name, reader, resolver, answer }: typeof all[number] & {
    answer: Answer;
  },
): readonly string[] {
  const view = reader(workspace);
  const faults = spanFaults(workspace, view).map((fault) => `${name} ${fault}`);
  const fault = (what: string, real: unknown, ours: unknown) =>
    faults.push(
      `${name} ${what}\n  real ${JSON.stringify(real)}\n  ours ${
        JSON.stringify(ours)
      }`,
    );
  const read = plain(readAs(view));
  if (!view.error) loaded[name] = (loaded[name] ?? 0) + 1;
  if (!isDeepStrictEqual(read, answer.read)) fault("reads", answer.read, read);
  for (const [profile, real] of Object.entries(answer.resolves ?? {})) {
    if (takesBlocks.includes(name) && blockAsValue(view)) break;
    resolved++;
    const ours = plain(
      plainResolution(resolver(view, profile), view.error?.path),
    );
    if (!alike(real, ours)) {
      fault(`resolves ${JSON.stringify(profile)}`, real, ours);
    }
  }
  return faults;
}

function blockAsValue({ profiles, sessions }: View): boolean {
  return [...profiles.values(), ...sessions.values()].some((settings) =>
    [...settings.values()].some(({ nested }) => nested)
  );
}

function alike(real: unknown, ours: unknown): boolean {
  if (isDeepStrictEqual(real, ours)) return true;
  const words = (real as { readonly error?: string }).error;
  if (words === undefined) {
    // botocore carries a block where a value should be up to the first use.
    return JSON.stringify(real).includes(':{"sub"') &&
      "error" in (ours as object);
  }
  // A value that no service would take is the business of another check than the choice of a source.
  if (
    /^(?:Error: )?(?:Region not accepted|Invalid configuration value|Region is missing)/
      .test(words)
  ) return true;
  // Python prints a block in a message as a dict.
  if (words.includes("{'") && "error" in (ours as object)) return true;
  // In a list of keys JS has a block where its first setting stands.
  return isDeepStrictEqual(sortedWords(real), sortedWords(ours));
}

function sortedWords(value: unknown): readonly string[] {
  return JSON.stringify(value).split(/, | |\\n|"/).sort();
}

/** A setting stands where its key and its value are. */
function spanFaults({ documents }: Workspace, view: View): readonly string[] {
  const all = (settings: Settings): readonly string[] =>
    [...settings.values()].flatMap((setting) => {
      const { text, encoding } = documents.find(({ path }) =>
        path === setting.path
      )!;
      const inside = [...setting.nested?.values() ?? []].flatMap((sub) =>
        all(new Map([[sub.key, sub]]))
      );
      // Half a character cannot be shown.
      if (encoding.startsWith("utf-16")) return inside;
      const slice = text.slice(setting.start, setting.end);
      const there = encoding === "utf-8" ? slice : lossy(slice);
      const last = setting.value.split("\n").at(-1)!;
      // crt has bytes that are no characters.
      // A setting of a block has the name of the block, too, in java.
      const key = setting.key.toLowerCase();
      const fits = [key, key.slice(key.lastIndexOf(".") + 1)].some((name) =>
        there.toLowerCase().startsWith(name)
      ) &&
        there.replace(/\ufffd/g, "").endsWith(
          last.replace(/[\ufffd\udc80-\udcff]/gu, ""),
        );
      return fits ? inside : [
        ...inside,
        `${JSON.stringify(setting)} stands on ${JSON.stringify(there)}`,
      ];
    });
  return [view.profiles, view.sessions, view.services].flatMap((group) =>
    [...group.values()].flatMap(all)
  );
}

/** One character a byte, as a client that reads UTF-8 shows it. */
function lossy(latin1: string): string {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return decoder.decode(Uint8Array.from(latin1, (char) => char.charCodeAt(0)));
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, inner) =>
    // A byte that is no character, in the words of crt.
    typeof inner === "string"
      ? inner.replace(/[\udc80-\udcff]+/gu, "\ufffd")
      : inner));
}

function encoded({ config, credentials }: GeneratedFiles): CaseFiles {
  const base64 = (bytes: Uint8Array | null) =>
    bytes &&
    btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return { config: base64(config), credentials: base64(credentials) };
}

function shown(files: CaseFiles): string {
  return (["config", "credentials"] as const).flatMap((kind) =>
    files[kind] === null
      ? []
      : [`${kind} ${JSON.stringify(atob(files[kind]!))}`]
  ).join("\n");
}
