/** Files to measure with: the same for the same number, clean or with a fixable mistake on every line. */

const regions = [
  "eu-west-1",
  "us-east-1",
  "us-west-2",
  "ap-southeast-2",
  "eu-central-1",
];

/** A clean config file of so many profiles: role chains and sign-in profiles, as in a large company; some 200 bytes each. */
export function cleanConfig(profiles: number): string {
  const parts = [
    "[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\nsso_registration_scopes = sso:account:access\n",
  ];
  for (let at = 0; at < profiles; at++) {
    parts.push(at % 4 === 3 ? role(at) : signIn(at));
  }
  return parts.join("\n");
}

function signIn(at: number): string {
  return `# Team ${
    at % 97
  }\n[profile team-${at}]\nsso_session = corp\nsso_account_id = ${
    account(at)
  }\nsso_role_name = Developer\n` +
    `region = ${
      regions[at % regions.length]
    }\noutput = json\ncli_pager = less -F\n`;
}

function role(at: number): string {
  return `[profile team-${at}]\nsource_profile = team-${
    at - 1
  }\nrole_arn = arn:aws:iam::${account(at)}:role/Deployer\n` +
    `role_session_name = deploy\nregion = ${
      regions[at % regions.length]
    }\noutput = json\nduration_seconds = 3600\n`;
}

function account(at: number): string {
  return String(100000000000 + (at * 7919) % 899999999999);
}

/** The same file with a slip on every line that a fix repairs: quotes around values, capital keys. */
export function slippedConfig(profiles: number): string {
  return cleanConfig(profiles).replace(
    /^(\w+) = (.*)$/gm,
    (_, key, value) =>
      key === "cli_pager" || key === "duration_seconds"
        ? `${key.toUpperCase()} = ${value}`
        : `${key} = "${value}"`,
  );
}

/** Profiles in the legacy form, of twenty portals. */
export function legacyConfig(profiles: number): string {
  return Array.from(
    { length: profiles },
    (_, at) =>
      `[profile team-${at}]\nsso_start_url = https://corp-${
        at % 20
      }.awsapps.com/start\nsso_region = eu-west-1\n` +
      `sso_account_id = ${account(at)}\nsso_role_name = Developer\nregion = ${
        regions[at % regions.length]
      }\n`,
  ).join("\n");
}
