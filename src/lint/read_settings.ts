import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import * as v from "valibot";
import { LineIndex, type Position } from "../text/position.ts";
import type { Settings } from "./settings.ts";
import { quoted, unknownKey, wrongValue } from "./settings_messages.ts";
import { settingsSchema } from "./settings_schema.ts";

/** A mistake in a settings file. */
export interface SettingsProblem {
  readonly position: Position;
  readonly message: string;
}

/** Reads a settings file, JSON with comments; all its mistakes are told, none is guessed over. */
export function readSettings(
  text: string,
  rules: readonly { readonly id: string; readonly summary: string }[],
):
  | { readonly settings: Settings }
  | { readonly problems: readonly SettingsProblem[] } {
  const index = new LineIndex(text);
  const problems: SettingsProblem[] = [];
  const add = (offset: number, message: string) =>
    problems.push({ position: index.position(offset), message });

  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  if (text.trim() === "") add(0, "The file is empty");
  else if (errors.length > 0) {
    // What follows the first comes of it.
    add(errors[0].offset, syntaxMessage(errors[0].error));
  }
  if (!tree || errors.length > 0) return { problems };

  for (const key of repeated(tree)) {
    add(key.offset, `${quoted(key.value)} stands here twice`);
  }
  for (const { offset, name } of listsForObjects(tree)) {
    add(offset, `${name} must be an object`);
  }
  const parsed = v.safeParse(settingsSchema(rules), getNodeValue(tree));
  for (const issue of parsed.issues ?? []) {
    const path = (issue.path ?? []).map(({ key }) => key as string | number);
    const node = findNodeAtLocation(tree, path);
    if (!node) {
      const parent = findNodeAtLocation(tree, path.slice(0, -1)) ?? tree;
      add(parent.offset, `${quoted(path.at(-1))} is missing here`);
    } else if (issue.type === "strict_object" && issue.expected === "never") {
      const key = node.parent!.children![0];
      add(key.offset, unknownKey(path, rules.map(({ id }) => id)));
    } else {
      add(node.offset, wrongValue(path, issue.message, issue.input));
    }
  }
  if (problems.length > 0) {
    problems.sort((a, b) => a.position.offset - b.position.offset);
    return { problems };
  }
  return { settings: parsed.output as Settings };
}

function syntaxMessage(error: number): string {
  const words = printParseErrorCode(error).replace(
    /[A-Z]/g,
    (letter) => ` ${letter.toLowerCase()}`,
  ).trim();
  return `This is no JSON: ${words}`;
}

/** The second and later keys of a name in one object: JSON would take the last without a word. */
function repeated(node: Node): readonly Node[] {
  const seen = new Set<unknown>();
  return (node.children ?? []).flatMap((child) => {
    const inner = repeated(child);
    if (child.type !== "property") return inner;
    const [key] = child.children!;
    if (seen.has(key.value)) return [key, ...inner];
    seen.add(key.value);
    return inner;
  });
}

/** Lists where an object should stand: valibot takes an empty one for an object. */
function listsForObjects(
  tree: Node,
): readonly { readonly offset: number; readonly name: string }[] {
  const wrong = ({ offset, type }: Node, name: string) =>
    type === "array" ? [{ offset, name }] : [];
  const inside = (part: Node) =>
    ["rules", "minimumClients"].flatMap((name) => {
      const node = findNodeAtLocation(part, [name]);
      return node ? wrong(node, quoted(name)) : [];
    });
  const overrides = findNodeAtLocation(tree, ["overrides"])?.children ?? [];
  return [
    ...wrong(tree, "The file"),
    ...inside(tree),
    ...overrides.flatMap((one) => [
      ...wrong(one, "An override"),
      ...inside(one),
    ]),
  ];
}
