/**
 * Writes `awscfg.schema.json`, the JSON Schema of the settings file, from the check that the program
 * makes. With `--check` it writes nothing and ends with status 1 where the schema is out of date.
 */
import { toJsonSchema } from "@valibot/to-json-schema";
import { readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { rules } from "../rules/mod.ts";
import { settingsSchema } from "../src/lint/settings_schema.ts";

const file = new URL("../awscfg.schema.json", import.meta.url);
const { $schema, ...rest } = toJsonSchema(settingsSchema(rules), {
  target: "draft-07",
});
const wanted = `${
  JSON.stringify(
    {
      $schema,
      title: "awscfg.json",
      description: "Settings of awscfg for the files in this folder and below",
      // Editors take comments and trailing commas where this is said.
      allowComments: true,
      allowTrailingCommas: true,
      ...rest,
    },
    undefined,
    2,
  )
}\n`;

if (current() === wanted) {
  // Nothing to do.
} else if (process.argv.includes("--check")) {
  console.error("awscfg.schema.json is out of date: run deno task schema");
  process.exitCode = 1;
} else {
  writeFileSync(file, wanted);
}

function current(): string {
  try {
    return readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  } catch {
    return "";
  }
}
