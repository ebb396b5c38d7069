import type { Rule } from "../lint/rule.ts";
import type { Document } from "../model/document.ts";
import type { Result } from "../report/result.ts";
import { version } from "../version.ts";
import type { Format } from "./flags.ts";
import { pathsOf } from "./home.ts";
import type { Io } from "./io.ts";

/** What some formats tell beside the findings. */
export interface ReportSources {
  readonly documents: readonly Document[];
  readonly rules: readonly Rule[];
  /** Only how often each rule found something. */
  readonly statistics: boolean;
}

/** The text of a format, each loaded when it is asked for. */
export async function reportOf(
  io: Io,
  format: Format,
  { result, documents, rules, statistics }: ReportSources & {
    readonly result: Result;
  },
): Promise<string> {
  if (statistics) {
    const report = await import("../report/statistics.ts");
    return format === "json"
      ? report.statisticsJson(result)
      : report.statistics(result);
  }
  switch (format) {
    case "full":
      return (await import("../report/full.ts")).full(result);
    case "concise":
      return (await import("../report/concise.ts")).concise(result);
    case "json":
      return (await import("../report/json.ts")).json(result);
    case "jsonl":
      return (await import("../report/jsonl.ts")).jsonl(result);
    case "github":
      return (await import("../report/github.ts")).github(result);
    case "gitlab":
      return (await import("../report/gitlab.ts")).gitlab(result, fromRoot(io));
    case "sarif": {
      const { sarif } = await import("../report/sarif.ts");
      const { fingerprints } = await import("../report/fingerprints.ts");
      const hash = fingerprints(documents);
      return sarif(result, { rules, version, hash });
    }
    case "junit":
      return (await import("../report/junit.ts")).junit(result);
    case "checkstyle":
      return (await import("../report/checkstyle.ts")).checkstyle(result);
    case "rdjson":
      return (await import("../report/rdjson.ts")).rdjson(result);
  }
}

/** GitLab wants paths from the repository's root on, wherever the program was started. */
function fromRoot(io: Io): (path: string) => string {
  const root = io.env("CI_PROJECT_DIR");
  if (!root) return (path) => path;
  const { relative, resolve, isAbsolute, sep } = pathsOf(io);
  return (path) => {
    const near = relative(root, resolve(io.cwd, path));
    if (near === "" || near.startsWith("..") || isAbsolute(near)) return path;
    return sep === "\\" ? near.replaceAll("\\", "/") : near;
  };
}
