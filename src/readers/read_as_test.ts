import { deepEqual } from "node:assert/strict";
import { openDocuments } from "../model/document.ts";
import { botocore } from "./botocore.ts";
import { js } from "./js.ts";
import { readAs } from "./read_as.ts";

const open = (config: string) => {
  const bytes = new TextEncoder().encode(config);
  return openDocuments([{ path: "/config", kind: "config", bytes }]);
};

Deno.test("readAs() flattens blocks, and leaves out the key that opens one", () => {
  deepEqual(
    readAs(js(open("[profile a]\ns3 =\n  b = 1\n[services s]\nk = v\n"))),
    {
      profiles: { a: { "s3.b": "1" } },
      sso_sessions: {},
      services: { s: { k: "v" } },
    },
  );
});

Deno.test("readAs() gives an error in the client's words, with the path", () => {
  deepEqual(readAs(botocore(open("x"))), {
    error: "ConfigParseError: Unable to parse config file: /config",
  });
});
