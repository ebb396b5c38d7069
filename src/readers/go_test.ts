import { deepEqual, equal } from "node:assert/strict";
import { caseSources } from "../../conformance/case_sources.ts";
import { goObservable } from "../../conformance/go_observable.ts";
import { recordedCases } from "../../conformance/recorded_cases.ts";
import matrix from "../../testdata/conformance/parser_matrix.json" with {
  type: "json",
};
import { openDocuments, type Source } from "../model/document.ts";
import { go } from "./go.ts";
import { readAs } from "./read_as.ts";

Deno.test("go() reads every recorded case as the client does", () => {
  for (const recorded of matrix.cases) {
    const view = go(openDocuments(caseSources(recorded)));
    deepEqual(
      readAs(view),
      recorded.results.go,
      recorded.id,
    );
  }
});

Deno.test("go() reads every case as the released client answers it", () => {
  for (const one of recordedCases("go")) {
    const view = go(openDocuments(caseSources(one)));
    deepEqual(goObservable(view), one.answer.read, one.id);
  }
});

const config = (text: string): Source => ({
  path: "config",
  kind: "config",
  bytes: new TextEncoder().encode(text),
});

Deno.test("go() knows where each setting stands, its quotes included and its comment not", () => {
  const text =
    '[profile a]\nregion = "x" # c\n  endpoint_url = y # c\nservices =\n  k = v\n  l = w\n';
  const settings = go(openDocuments([config(text)])).profiles.get("a")!;
  const stands = (key: string) =>
    text.slice(settings.get(key)!.start, settings.get(key)!.end);
  equal(stands("region"), 'region = "x"');
  equal(stands("endpoint_url"), "endpoint_url = y");
  equal(stands("services"), "services =\n  k = v\n  l = w");
});

Deno.test("go() knows where a setting stands in a file that is no UTF-8", () => {
  const bytes = Uint8Array.from(
    "# \xe2\x82\n[profile a]\nregion = \xc3\xa9x\n",
    (char) => char.charCodeAt(0),
  );
  const workspace = openDocuments([{ path: "config", kind: "config", bytes }]);
  const { value, start, end } = go(workspace).profiles.get("a")!.get("region")!;
  equal(value, "éx");
  equal(workspace.documents[0].text.slice(start, end), "region = \xc3\xa9x");
});

Deno.test("go() says which sections it passes over", () => {
  const { problems } = go(
    openDocuments([
      config("[a]\nregion = x\n[profile b]\nregion = x\nregion = y\n"),
    ]),
  );
  deepEqual(problems.map(({ span }) => [span!.start, span!.end]), [[27, 37], [
    0,
    3,
  ]]);
});
