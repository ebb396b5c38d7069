import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** A profile with its portal inline. */
export function legacyProfile(
  header: string,
  url = "https://corp.awsapps.com/start",
): string {
  return `[${header}]\nsso_start_url = ${url}\nsso_region = eu-west-1\n` +
    "sso_account_id = 123456789011\nsso_role_name = Dev\n";
}

/** A secret that nobody may be shown. */
export const secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

/** Files of a person whose profiles are legacy in both; both change. */
export const legacyFiles: Readonly<Record<"config" | "credentials", string>> = {
  config: `# Work\n[default]\nregion = eu-west-1\n\n${
    legacyProfile("profile a")
  }\n${legacyProfile("profile b", "https://corp.awsapps.com/start/")}`,
  credentials:
    `[keys]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = ${secret}\n\n${
      legacyProfile("c")
    }`,
};

/** Puts files into the `.aws` of a home folder, for its owner alone. */
export function writeHome(
  home: string,
  files: Readonly<Record<string, string>> = legacyFiles,
): string {
  const folder = join(home, ".aws");
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
    chmodSync(join(folder, name), 0o600);
  }
  return folder;
}

/** Names and contents of a folder's files. */
export function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).sort().map((
      name,
    ) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}
