import * as v from "valibot";
import { sessionSupport } from "../reference/session_support.ts";
import { clients } from "../readers/view.ts";
import type { Level } from "./settings.ts";

/** How a rule's findings may count. */
export const levels: readonly Level[] = ["off", "error", "warning", "info"];

const text = v.pipe(
  v.string("must be a text in quotes"),
  v.nonEmpty("must not be empty"),
);
const version = v.pipe(
  v.string('must be a version in quotes, as in "1.18.0"'),
  v.regex(/^v?\d+(?:\.\d+)*$/, 'must be a version, as in "1.18.0"'),
);

function list<const TItem extends v.GenericSchema>(item: TItem) {
  return v.array(item, "must be a list");
}

/** What `awscfg.json` may hold, for these rules: its check, and its JSON Schema, are made from it. */
export function settingsSchema(
  rules: readonly { readonly id: string; readonly summary: string }[],
) {
  const level = v.picklist(levels, `must be ${levels.join(", ")}`);
  const part = {
    rules: v.optional(v.pipe(
      v.strictObject(
        Object.fromEntries(
          rules.map(({ id, summary }) => [
            id,
            v.optional(v.pipe(level, v.description(summary))),
          ]),
        ),
        "must be an object of rules and their levels",
      ),
      v.description("How the findings of rules count; off: they are not run"),
    )),
    clients: v.optional(v.pipe(
      list(v.picklist(clients, `must be ${clients.join(", ")}`)),
      v.description(
        "The clients that must be able to read the files; what bothers none of them is not told",
      ),
    )),
    minimumClients: v.optional(v.pipe(
      v.strictObject(
        Object.fromEntries(
          [...sessionSupport.keys()].map((name) => [name, v.optional(version)]),
        ),
        "must be an object of clients and their versions",
      ),
      v.description("The oldest versions that must be able to read the files"),
    )),
    extraRegions: v.optional(v.pipe(
      list(text),
      v.description("Regions that AWS does not list, of stores of your own"),
    )),
    extraKeys: v.optional(v.pipe(
      list(text),
      v.description("Settings of tools of your own, which are no mistakes"),
    )),
  };
  const files = v.pipe(
    list(text),
    v.minLength(1, "must name files"),
    v.description(
      "Globs, from the folder of this file on; one without a / matches names in any folder",
    ),
  );
  return v.strictObject({
    $schema: v.optional(v.pipe(text, v.description("Where this schema is"))),
    ...part,
    overrides: v.optional(v.pipe(
      list(
        v.strictObject({ files, ...part }, "must be an object with files"),
      ),
      v.description(
        "For some files something else; the last that matches counts most",
      ),
    )),
  }, "must be an object");
}
