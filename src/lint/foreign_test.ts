import assert from "node:assert/strict";
import { type Kind, openDocument } from "../model/document.ts";
import { foreignOf } from "./foreign.ts";

function foreign(text: string, kind: Kind = "config"): string | undefined {
  const bytes = new TextEncoder().encode(text);
  return foreignOf(openDocument({ path: kind, kind, bytes }));
}

Deno.test("foreignOf() knows files of other programs", () => {
  assert.equal(foreign("Host a\n  User b\n"), "not-aws");
  assert.equal(foreign('{ "region": "eu-west-1" }\n'), "not-aws");
  assert.equal(foreign("services:\n  web:\n    image: nginx\n"), "not-aws");
  assert.equal(
    foreign("[user]\nname = Joe\nemail = a@b.c\n[color]\nui = auto\n"),
    "not-aws",
  );
  assert.equal(
    foreign(
      "[default]\naccess_key = x\nhost_base = y\nhost_bucket = z\nguess_mime_type = True\nuse_https = True\n",
    ),
    "not-aws",
  );
  assert.equal(foreign("\x89PNG\0\0"), "binary");
});

Deno.test("foreignOf() leaves alone what is ours, even if it is broken", () => {
  for (
    const text of [
      "",
      "# nothing\n",
      "[default]\n",
      "[dev]\nfoo = bar\n",
      "[profile dev\njunk\n",
      "region us-east-1\n",
      "region: us-east-1\n",
      "export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n",
      "regoin = us-east-1\n",
      "[dev]\nx_principal_arn = y\n",
    ]
  ) assert.equal(foreign(text), undefined, text);
});
