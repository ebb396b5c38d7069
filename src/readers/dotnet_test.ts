import { deepEqual, equal } from "node:assert/strict";
import { caseSources } from "../../conformance/case_sources.ts";
import matrix from "../../testdata/conformance/parser_matrix.json" with {
  type: "json",
};
import { openDocuments, type Workspace } from "../model/document.ts";
import { dotnet } from "./dotnet.ts";
import { readAs } from "./read_as.ts";

Deno.test("dotnet() reads every recorded case as the client does", () => {
  for (const recorded of matrix.cases) {
    // The recorded errors name no path.
    const sources = caseSources(recorded).map((source) => ({
      ...source,
      path: "F",
    }));
    const view = dotnet(openDocuments(sources));
    deepEqual(readAs(view), recorded.results.dotnet, recorded.id);
  }
});

function files(config: string, credentials?: string): Workspace {
  const bytes = (text: string) => new TextEncoder().encode(text);
  return openDocuments([
    { path: "config", kind: "config", bytes: bytes(config) },
    ...credentials === undefined ? [] : [{
      path: "credentials",
      kind: "credentials" as const,
      bytes: bytes(credentials),
    }],
  ]);
}

const read = (config: string, credentials?: string) =>
  readAs(dotnet(files(config, credentials))).profiles;

Deno.test("dotnet() takes a header with an equals sign for a property of the section before, too", () => {
  deepEqual(read("[profile p]\na = 1\n[profile x=y]\nb = 2\n"), {
    "p": { "a": "1", "[profile x": "y]", "b": "2" },
    "x=y": { "b": "2" },
  });
});

Deno.test("dotnet() keeps no blocks of sections that it finds without a keyword", () => {
  deepEqual(read("[default]\ns3 =\n  a = 1\n"), { default: { s3: "" } });
  deepEqual(read("[profile p]\n", "[p]\ns3 =\n  a = 1\n"), { p: { s3: "" } });
});

Deno.test("dotnet() loses a key whose empty value is followed by an empty line", () => {
  deepEqual(read("[profile p]\na =\n\nb = 1\n"), { p: { b: "1" } });
});

Deno.test("dotnet() falls back to the prefixed section where the plain one has a key twice", () => {
  deepEqual(read("[default]\na = 1\na = 2\n[profile default]\nb = 1\n"), {
    default: { b: "1" },
  });
});

Deno.test("dotnet() reads a file of many odd sections in a time that grows with it", () => {
  const sections = Array.from(
    { length: 5000 },
    (_, at) => `[profile p${at}]\n  a = ${at}\n`,
  );
  equal(dotnet(files(`\ufeff${sections.join("")}`)).profiles.size, 5000);
});
