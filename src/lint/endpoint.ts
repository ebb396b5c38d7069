import type { Section } from "../model/document.ts";
import type { Index } from "./index.ts";

/** However it is spelt, since people mean the same by it. */
const endpointKey = /^endpoint[-_]?url$/;

/**
 * Whether a profile talks to a server of its own choice: a store that speaks S3, or a test server.
 * Their regions, keys and accounts are not those of AWS.
 */
export function hasEndpoint(index: Index, { type, name }: Section): boolean {
  if (type !== "profile" && type !== "default") return false;
  const sections = index.profiles.get(name)?.sections ?? [];
  return sections.some(({ properties }) =>
    properties.some((property) =>
      property.name === "services" || endpointKey.test(property.name) ||
      property.children.some((child) => endpointKey.test(child.name))
    )
  );
}
