import {
  type Document,
  documentOf,
  type Workspace,
} from "../model/document.ts";
import { isPartial, partialKeys } from "./go_errors.ts";
import { goFile } from "./go_file.ts";
import { goMerge } from "./go_merge.ts";
import { goSections } from "./go_sections.ts";
import type { FileView, Problem, Reader, Settings, View } from "./view.ts";

/**
 * The AWS SDK for Go v2, and with it Terraform (aws-sdk-go-v2/config: internal/ini and
 * shared_config.go:LoadSharedConfigProfile). Nothing is a syntax error for it, but a value that is a
 * lone quote ends the program.
 */
export const go: Reader = (workspace: Workspace): View => {
  const config = open(documentOf(workspace, "config"));
  const credentials = open(documentOf(workspace, "credentials"));
  const files = {
    ...(config && { config: config.view }),
    ...(credentials && { credentials: credentials.view }),
  };
  const error = config?.view.error ?? credentials?.view.error;
  if (error) return { client: "go", files, ...empty, error, problems: [] };
  const a = config?.view ?? empty;
  const b = credentials?.view ?? empty;
  const partial = (config?.partial ?? []).filter(([name]) =>
    !b.profiles.has(name)
  );
  return {
    client: "go",
    files,
    profiles: goMerge(a.profiles, b.profiles),
    sessions: goMerge(a.sessions, b.sessions),
    services: goMerge(a.services, b.services),
    problems: [
      ...config?.problems ?? [],
      ...credentials?.problems ?? [],
      ...[...partial, ...credentials?.partial ?? []].map(([, problem]) =>
        problem
      ),
    ],
  };
};

const empty = { profiles: new Map(), sessions: new Map(), services: new Map() };

interface Opened {
  readonly view: FileView;
  readonly problems: readonly Problem[];
  /** Profiles with one key of the pair. */
  readonly partial: readonly (readonly [profile: string, problem: Problem])[];
}

function open(document: Document | undefined): Opened | undefined {
  if (!document) return undefined;
  const file = goFile(document);
  if (file.panic) {
    return { view: { ...empty, error: file.panic }, problems: [], partial: [] };
  }
  const problems = [...file.problems];
  const kept = goSections(file.sections, { kind: document.kind, problems });
  const { profiles, sessions, services, raws } = kept;
  const partial: [string, Problem][] = [];
  for (const [name, settings] of profiles) {
    const raw = document.kind === "credentials"
      ? name
      : raws.get(name) ?? `profile ${name}`;
    if (isPartial(settings)) {
      partial.push([name, partialProblem(settings, raw)]);
    }
  }
  return { view: { profiles, sessions, services }, problems, partial };
}

function partialProblem(settings: Settings, raw: string): Problem {
  const setting = settings.get("aws_access_key_id") ??
    settings.get("aws_secret_access_key")!;
  return {
    path: setting.path,
    span: { path: setting.path, start: setting.start, end: setting.end },
    message: partialKeys(raw),
  };
}
