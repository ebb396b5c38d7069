import type { Key, SectionKind } from "./key.ts";
import { allKeys, keysNamed } from "./key_rows.ts";
import { isServiceClient, isServiceId } from "./services.ts";

export { allClients } from "./key.ts";
export type { Client, Key, SectionKind, ValueType } from "./key.ts";
export { isHarmlessKey, isSecretKey } from "./key_secrecy.ts";
export { isBlockParent, mayBeEmpty } from "./key_blocks.ts";
export { aliases, thirdPartyTool } from "./key_names.ts";

/**
 * The key of this name, in exactly this case. Without `section` one of any section will do;
 * `parent` is the key that opens the block in which it stands: `s3`, or a service.
 */
export function findKey(
  name: string,
  section?: SectionKind,
  parent?: string,
): Key | undefined {
  const key = keysNamed(name).find((one) => one.parent === parent);
  if (key && !isPlaceholder(key)) {
    if (section === undefined || key.sections.includes(section)) return key;
  }
  return parent === undefined
    ? anyName(name, section)
    : ofService(name, section, parent);
}

/** Rows that stand for many: `<service>` is the name, or that of the parent. */
function isPlaceholder({ name, parent }: Key): boolean {
  return name.startsWith("<") || (parent?.startsWith("<") ?? false);
}

function placeholder(name: string, parent?: string): Key {
  return keysNamed(name).find((key) => key.parent === parent)!;
}

/** In `[plugins]` every key is the name of a plugin, in `[preview]` that of a service. */
function anyName(
  name: string,
  section: SectionKind | undefined,
): Key | undefined {
  if (section === "plugins") return { ...placeholder("<plugin-name>"), name };
  return section === "preview" && isServiceClient(name)
    ? { ...placeholder("<service>"), name }
    : undefined;
}

function ofService(
  name: string,
  section: SectionKind | undefined,
  parent: string,
): Key | undefined {
  const anyOr = (wanted: SectionKind): boolean =>
    section === undefined || section === wanted;
  if (name === "endpoint_url" && anyOr("services") && isServiceId(parent)) {
    return { ...placeholder(name, "<service_id>"), parent };
  }
  if (!anyOr("profile")) return undefined;
  if (parent === "api_versions") {
    return isServiceClient(name)
      ? { ...placeholder("<service>", parent), name }
      : undefined;
  }
  // botocore reads it under the name of any client: `cognito-idp =`, then the indented key.
  return name === "signature_version" && isServiceClient(parent)
    ? { ...placeholder(name, "<service>"), parent }
    : undefined;
}

/** Whether a client or a tool reads a key of this name somewhere, also inside a block. */
export function isKnownKey(name: string): boolean {
  return !name.startsWith("<") && keysNamed(name).length > 0;
}

/**
 * Names that a misspelt key may stand for: those of official clients, in one kind of section if
 * given, and in one block if `parent` is given.
 */
export function keyNames(
  section?: SectionKind,
  parent?: string,
): readonly string[] {
  const names = allKeys().filter((key) =>
    key.parent === parent && key.tool === undefined && !isPlaceholder(key) &&
    (section === undefined || key.sections.includes(section))
  ).map(({ name }) => name);
  if (parent === undefined) return names;
  if (section !== "services" && isServiceClient(parent)) {
    names.push("signature_version");
  }
  if (section === "services" && isServiceId(parent)) names.push("endpoint_url");
  return names;
}
