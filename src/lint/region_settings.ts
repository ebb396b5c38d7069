import { isRegion } from "../reference/regions.ts";
import type { Index } from "./index.ts";
import { type MeantValue, meantValue } from "./meant_value.ts";
import type { Input } from "./rule.ts";
import { kindOf } from "./section_kind.ts";

const made = new WeakMap<Index, readonly MeantValue[]>();

/**
 * The settings for a region that name none that there is, where clients read them: `region` in
 * profiles, `sso_region` in profiles and sessions. Empty ones are left out, and those that the
 * project vouches for. Looked for once, though several rules ask.
 */
export function strangeRegions(input: Input): readonly MeantValue[] {
  let found = made.get(input.index);
  if (!found) made.set(input.index, found = [...search(input)]);
  return found;
}

function* search({ index, settings }: Input): Iterable<MeantValue> {
  for (const name of ["region", "sso_region"]) {
    for (const property of index.settings(name)) {
      // Nearly all are right, so this comes first.
      if (property.value === "" || isRegion(property.value)) continue;
      const kind = kindOf(property.section);
      const read = kind === "profile" ||
        kind === "sso-session" && name === "sso_region";
      const meant = meantValue(property);
      if (
        read && meant.value !== "" && !/^[#;]/.test(meant.value) &&
        !isRegion(meant.value) && !settings.extraRegions.has(meant.value)
      ) yield meant;
    }
  }
}
