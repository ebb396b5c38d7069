import { readdirSync, readFileSync } from "node:fs";
import type { CaseFiles } from "./case_sources.ts";

/** What a client is asked: both files, and the profile to resolve, if any. */
export interface Case extends CaseFiles {
  readonly id: string;
  readonly profile?: string;
}

interface CaseFile {
  readonly cases?: readonly Case[];
}

interface ScenarioFile {
  readonly scenarios: readonly Scenario[];
}

/** Both files as text. */
interface Scenario {
  readonly id: string;
  readonly config: string;
  readonly credentials: string;
}

const folder = new URL("../testdata/conformance/", import.meta.url);

/** Every case that clients are asked: the matrix, the scenarios, and what was found since. */
export function allCases(): readonly Case[] {
  const found = readdirSync(folder).filter((name) =>
    /^found_.*\.json$/.test(name)
  ).sort();
  const cases = ["parser_matrix.json", ...found].flatMap((name) =>
    (read(name) as CaseFile).cases ?? []
  );
  return [...cases.map(asked), ...scenarioCases()];
}

/** The scenarios, whose profile is always `p`. */
export function scenarioCases(): readonly Case[] {
  const { scenarios } = read("resolution_scenarios.json") as ScenarioFile;
  return scenarios.map(({ id, config, credentials }) => ({
    id,
    config: encoded(config),
    credentials: encoded(credentials),
    profile: "p",
  }));
}

/** Without the answers that stand beside the question. */
function asked({ id, config, credentials, profile }: Case): Case {
  return {
    id,
    config,
    credentials,
    ...(profile === undefined ? {} : { profile }),
  };
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), "utf8"));
}

function encoded(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
