import { goErrors } from "./go_errors.ts";
import { goValueError } from "./go_values.ts";
import { picked } from "./picked.ts";
import type { ErrorKind } from "./resolve.ts";
import type { Setting, Settings, View } from "./view.ts";

/** Why `LoadDefaultConfig` fails. */
export interface GoFailure {
  readonly error: ErrorKind;
  readonly message: string;
  readonly from: readonly Setting[];
}

/** What `setFromIniSection` does not take: a section without a name, half a key pair, some values. */
export function goRefusal(
  view: View,
  name: string,
  settings: Settings,
): GoFailure | undefined {
  if (name === "") {
    const message =
      "parsing error : could not find profile section name after processing files: []";
    return { error: "other", message, from: [] };
  }
  const errors = goErrors(view, name);
  if (errors.length > 0) {
    const { config, credentials } = view.files;
    const from = [config, credentials].flatMap((file) =>
      picked(
        file?.profiles.get(name),
        "aws_access_key_id",
        "aws_secret_access_key",
      )
    );
    return {
      error: "partial-keys",
      message: `Error using profile: \n ${errors.length}, ${
        errors[errors.length - 1]
      }\n`,
      from,
    };
  }
  const value = goValueError(settings);
  return value &&
    { error: "other", message: value.message, from: [value.setting] };
}
