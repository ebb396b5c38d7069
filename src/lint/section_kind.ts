import type { Section } from "../model/document.ts";
import type { SectionKind } from "../reference/keys.ts";

/** What keys belong into a section: those of a profile, a session, … */
export function kindOf({ type, name }: Section): SectionKind {
  switch (type) {
    case "default":
    case "profile":
    case "preamble":
      return "profile";
    case "sso-session":
    case "services":
      return type;
    case "other":
      return name === "plugins" || name === "preview" ? name : "other";
  }
}
