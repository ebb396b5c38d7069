import { deepEqual } from "node:assert/strict";
import { openDocuments } from "../model/document.ts";
import { dotnet } from "./dotnet.ts";
import { resolveDotnet } from "./dotnet_resolve.ts";

function resolved(config: string): string {
  const bytes = new TextEncoder().encode(config);
  const resolution = resolveDotnet(
    dotnet(openDocuments([{ path: "config", kind: "config", bytes }])),
    "p",
  );
  return "error" in resolution
    ? `${resolution.error}: ${resolution.message}`
    : resolution.source;
}

const keys = "aws_access_key_id = A\naws_secret_access_key = B\n";
const sso =
  "sso_account_id = 1\nsso_role_name = R\nsso_start_url = https://x\nsso_region = us-east-1\n";
const session =
  "[sso-session s]\nsso_start_url = https://x\nsso_region = us-east-1\n";
const notValid =
  "Credential profile [p] is not valid.  Please ensure the profile contains a valid combination of properties.";

const cases: readonly (readonly [config: string, answer: string])[] = [
  [keys, "static"],
  ["credential_process = x\n", "process"],
  [`${keys}credential_process = x\n`, `other: ${notValid}`],
  ["aws_access_key_id = A\n", `partial-keys: ${notValid}`],
  [`${sso}${keys}`, "sso"],
  [`${sso}role_arn = x\nsource_profile = q\n`, "sso"],
  ["region = us-east-1\n", "none"],
  [
    "retry_mode = legacy\n",
    'profile-missing: Unable to find the "p" profile in CredentialProfileStoreChain.',
  ],
  [
    `sso_session = s\nsso_account_id = 1\nsso_role_name = R\nsso_region = eu-west-1\n${session}`,
    "sso",
  ],
  [
    "sso_session = nope\n",
    "sso-session-missing: Invalid Configuration.  Failed to find sso_session [nope]",
  ],
  ["role_arn = x\n", `role-no-source: ${notValid}`],
  [
    `role_arn = x\nsource_profile = p\n`,
    "cycle: Error reading source profile [p] for profile [p].",
  ],
  [`role_arn = x\nsource_profile = q\n[profile q]\n${keys}`, "role"],
  [
    `role_arn = x\nsource_profile = q\n`,
    "source-missing: Error reading source profile [q] for profile [p].",
  ],
  ["role_arn = x\ncredential_source = environment\n", "role"],
  [
    "role_arn = x\ncredential_source = y\n",
    "credential-source: Error reading credential source [y] for profile [p].",
  ],
  ["login_session = x\n", "login"],
  [`login_session = x\n${keys}`, "static"],
];

for (const [config, answer] of cases) {
  Deno.test(`resolveDotnet() answers "${answer.split(":")[0]}" to ${JSON.stringify(config.slice(0, 60))}`, () => {
    deepEqual(resolved(`[profile p]\n${config}`), answer);
  });
}
