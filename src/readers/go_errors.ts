import type { Problem, Settings, View } from "./view.ts";

/** What Go says of a section with one key of the pair, under the words of its header. */
export function partialKeys(section: string): string {
  return `partial credentials found for profile ${section}`;
}

/** Whether a section of one file has one of the two keys alone. */
export function isPartial(settings: Settings): boolean {
  return settings.has("aws_access_key_id") !==
    settings.has("aws_secret_access_key");
}

/**
 * The `Errors` that a profile of the Go client carries: found when a file is loaded, and for the
 * credentials file again when it is merged, where they take the place of the config file's
 * (config/shared_config.go:mergeSections).
 */
export function goErrors(view: View, profile: string): readonly string[] {
  const credentials = view.files.credentials?.profiles.get(profile);
  if (credentials) {
    const error = partialKeys(profile);
    return isPartial(credentials) ? [error, error] : [];
  }
  const config = view.files.config?.profiles.get(profile);
  if (!config || !isPartial(config)) return [];
  const unprefixed = partialKeys(profile);
  const isDefault = profile.toLowerCase() === "default" &&
    view.problems.some((problem: Problem) => problem.message === unprefixed);
  return [isDefault ? unprefixed : partialKeys(`profile ${profile}`)];
}
