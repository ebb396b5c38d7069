import { deepEqual, equal } from "node:assert/strict";
import { caseSources } from "../../conformance/case_sources.ts";
import { recordedCases } from "../../conformance/recorded_cases.ts";
import matrix from "../../testdata/conformance/parser_matrix.json" with {
  type: "json",
};
import { openDocuments } from "../model/document.ts";
import { readAs } from "./read_as.ts";
import { rust } from "./rust.ts";

Deno.test("rust() reads every recorded case as the client does", () => {
  for (const { results, ...recorded } of matrix.cases) {
    // The recording names the files without a folder, and did not look into services sections.
    const sources = caseSources(recorded).map((source) => ({
      ...source,
      path: source.kind,
    }));
    const read = readAs(rust(openDocuments(sources)));
    deepEqual(
      "services" in results.rust && results.rust.services === null
        ? { ...read, services: null }
        : read,
      results.rust,
      recorded.id,
    );
  }
});

Deno.test("rust() reads every case as the released client answers it", () => {
  for (const one of recordedCases("rust")) {
    const view = rust(openDocuments(caseSources(one)));
    deepEqual(readAs(view), one.answer.read, one.id);
  }
});

const open = (text: string) =>
  openDocuments([{
    path: "config",
    kind: "config",
    bytes: new TextEncoder().encode(text),
  }]);

Deno.test("rust() knows where each setting stands", () => {
  const text =
    "[profile a]\nREGION = x # c\ns3 =\n  k = v\n  l = w # c\nb =\nc = d\n  # e\n";
  const settings = rust(open(text)).profiles.get("a")!;
  const stands = [...settings.values()].map(({ start, end }) =>
    text.slice(start, end)
  );
  deepEqual(stands, [
    "REGION = x",
    "s3 =\n  k = v\n  l = w # c",
    "b =",
    "c = d\n  # e",
  ]);
});

Deno.test("rust() says where it stops", () => {
  const { error, profiles } = rust(
    open("[profile a]\nregion = x\n\n  junk\noutput\n"),
  );
  equal(profiles.size, 0);
  deepEqual([error!.span!.start, error!.span!.end], [31, 37]);
});

Deno.test("rust() says which sections and keys it leaves out", () => {
  const { problems } = rust(open("[a]\n[profile b]\na b = c\n[profile c!]\n"));
  deepEqual(
    problems.map(({ message }) => message.split(" ").slice(0, 3).join(" ")),
    [
      "profile [a] ignored;",
      "key ignored because",
      "section [profile c!]",
    ],
  );
});
