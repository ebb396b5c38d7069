import assert from "node:assert/strict";
import { type Kind, openDocument, type Section } from "./document.ts";

function open(text: string, kind: Kind = "config"): readonly Section[] {
  return openDocument({
    path: kind,
    kind,
    bytes: new TextEncoder().encode(text),
  }).sections;
}

function header(text: string, kind: Kind = "config"): string {
  const [{ type, form, name, document, nameSpan }] = open(text, kind);
  return `${type} ${form} ${name} <${
    document.text.slice(nameSpan.start, nameSpan.end)
  }>`;
}

Deno.test("openDocument() reads the headers of config", () => {
  assert.equal(header("[default]"), "default plain default <default>");
  assert.equal(header("[profile dev]"), "profile plain dev <dev>");
  assert.equal(header("[profile default]"), "default plain default <default>");
  assert.equal(header("[sso-session corp]"), "sso-session plain corp <corp>");
  assert.equal(header("[services local]"), "services plain local <local>");
  assert.equal(header("[dev]"), "profile unprefixed dev <dev>");
  assert.equal(header("[profile_dev]"), "profile glued dev <dev>");
  assert.equal(header("[sso_session corp]"), "sso-session glued corp <corp>");
  assert.equal(header("[service local]"), "services glued local <local>");
  assert.equal(header("[plugins]"), "other plain plugins <plugins>");
  assert.equal(header("[foo bar]"), "other plain foo bar <foo bar>");
});

Deno.test("openDocument() reads through the slips of a header", () => {
  assert.equal(header("[ profile dev ]"), "profile malformed dev <dev>");
  assert.equal(header("[profile  dev]"), "profile malformed dev <dev>");
  assert.equal(header("[Profile dev]"), "profile malformed dev <dev>");
  assert.equal(header("  [profile dev]"), "profile malformed dev <dev>");
  assert.equal(
    header('[profile "my dev"]'),
    'profile malformed my dev <"my dev">',
  );
  assert.equal(header("[profile dev # x"), "profile malformed dev <dev>");
  assert.equal(header("[profile dev] # x"), "profile malformed dev <dev>");
  assert.equal(header("[DEFAULT]"), "default malformed default <DEFAULT>");
});

Deno.test("openDocument() reads the headers of credentials", () => {
  assert.equal(header("[dev]", "credentials"), "profile plain dev <dev>");
  assert.equal(
    header("[profile dev]", "credentials"),
    "profile prefixed dev <dev>",
  );
  assert.equal(
    header("[sso-session corp]", "credentials"),
    "sso-session misplaced corp <corp>",
  );
  assert.equal(
    header("[default]", "credentials"),
    "default plain default <default>",
  );
});

Deno.test("openDocument() puts what stands before the first header in a preamble", () => {
  const [preamble, section] = open("region = eu-west-1\n[default]\n");
  assert.equal(preamble.type, "preamble");
  assert.deepEqual(preamble.properties.map(({ name }) => name), ["region"]);
  assert.equal(section.type, "default");
});

Deno.test("openDocument() nests what is indented under a key without a value", () => {
  const [{ properties }] = open(
    "[default]\ns3 =\n  addressing_style = path\n\n  # note\n  max_queue_size = 5\nregion = x\n",
  );
  assert.deepEqual(properties.map(({ name }) => name), ["s3", "region"]);
  assert.deepEqual(
    properties[0].children.map(({ name, value }) => `${name}=${value}`),
    ["addressing_style=path", "max_queue_size=5"],
  );
  assert.equal(properties[0].children[0].parent, properties[0]);
});

Deno.test("openDocument() takes an indented setting behind a value for a setting that slipped", () => {
  const [{ properties }] = open(
    "[profile dev]\n    role_arn = a\n    region = b\noutput = c\n  more text\n",
  );
  assert.deepEqual(
    properties.map(({ name, value, line, endLine }) =>
      `${name}=${value} ${line}-${endLine}`
    ),
    [
      "role_arn=a 1-2",
      "region=b 2-3",
      "output=c 3-5",
    ],
  );
});

Deno.test("openDocument() passes over comments inside a block", () => {
  const [{ properties }] = open(
    "[default]\ns3 =\n# a\n  addressing_style = path\n# b\nregion = x\n",
  );
  assert.deepEqual(
    properties.map(({ name, endLine }) => `${name} ${endLine}`),
    ["s3 4", "region 6"],
  );
});

Deno.test("openDocument() takes a keyword without a name for no profile", () => {
  assert.equal(header("[profile]"), "other plain profile <profile>");
});
