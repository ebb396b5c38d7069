import fc from "fast-check";

/** The two files of a person who signs in with SSO; for tests. */
export interface SsoFiles {
  readonly config: string;
  readonly credentials: string;
}

const urls = [
  "https://corp.awsapps.com/start",
  "https://corp.awsapps.com/start",
  "https://corp.awsapps.com/start/",
  "https://corp.awsapps.com/start#/",
  "https://other.awsapps.com/start",
  '"https://corp.awsapps.com/start"',
  "not a url",
  "",
];
const regions = ["eu-west-1", "eu-west-1", "eu-west-1", "us-east-1", "nowhere"];
const names = ["default", "a", "b", "c", "d", "corp", "x y"];

/** Any such files: legacy, half migrated, migrated, in both files, with comments and blocks between. */
export function ssoFiles(): fc.Arbitrary<SsoFiles> {
  const eol = fc.constantFrom("\n", "\n", "\r\n");
  return fc.record({
    eol,
    final: fc.boolean(),
    airy: fc.boolean(),
    config: fc.uniqueArray(section("config"), {
      maxLength: 6,
      selector: ([header]) => header,
    }),
    credentials: fc.uniqueArray(section("credentials"), {
      maxLength: 3,
      selector: ([header]) => header,
    }),
  }).map(({ eol, final, airy, config, credentials }) => {
    const text = (sections: readonly (readonly string[])[]) => {
      const whole = sections.map((lines) => lines.join("\n") + "\n")
        .join(airy ? "\n" : "");
      return (final ? whole : whole.slice(0, -1)).replaceAll("\n", eol);
    };
    return { config: text(config), credentials: text(credentials) };
  });
}

/** Lines of a section, its header first. */
function section(
  kind: "config" | "credentials",
): fc.Arbitrary<readonly string[]> {
  const header = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...names).map(headerIn(kind)) },
    {
      weight: kind === "config" ? 1 : 0,
      arbitrary: fc.constantFrom("corp", "work", "a").map((name) =>
        `[sso-session ${name}]`
      ),
    },
  );
  return fc.tuple(header, body()).map(([header, lines]) => [header, ...lines]);
}

function headerIn(kind: "config" | "credentials"): (name: string) => string {
  return (name) =>
    kind === "credentials" || name === "default"
      ? `[${name}]`
      : `[profile ${name}]`;
}

/** Settings in any order, written in one manner. */
function body(): fc.Arbitrary<readonly string[]> {
  const setting = (key: string, values: readonly string[], often: number) =>
    fc.tuple(fc.nat(9), fc.constantFrom(...values)).map(([dice, value]) =>
      dice < often ? [`${key} = ${value}`] : []
    );
  const settings = fc.tuple(
    setting("sso_start_url", urls, 8),
    setting("sso_region", regions, 8),
    setting("sso_account_id", ["123456789011", "123456789022"], 9),
    setting("sso_role_name", ["Dev"], 9),
    setting("sso_session", ["corp", "work", "none", ""], 2),
    setting("sso_registration_scopes", ["sso:account:access", "x:y"], 1),
    setting("region", ["eu-west-1"], 5),
    setting("source_profile", ["a", "b"], 1),
    setting("role_arn", ["arn:aws:iam::123456789011:role/R"], 1),
    setting("aws_access_key_id", ["AKIAIOSFODNN7EXAMPLE"], 1),
    setting("aws_secret_access_key", ["wJalrXUtnFEMI/K7MDENG/bPxRf"], 1),
    setting("s3", ["\n  addressing_style = path"], 1),
    setting("credential_process", ["aws-sso-util credential-process"], 1),
  ).map((all) => all.flat());
  const decoration = fc.record({
    order: fc.array(fc.nat(12), { minLength: 13, maxLength: 13 }),
    comment: fc.constantFrom("", "", "", " # why", " ; why", " #"),
    line: fc.constantFrom("", "", "# a line", "  # indented", "; a line"),
    delimiter: fc.constantFrom(" = ", " = ", "=", "\t=\t"),
  });
  return fc.tuple(settings, decoration).map(([lines, how]) => {
    const shuffled = lines.map((line, at) => [how.order[at], line] as const)
      .toSorted(([a], [b]) => a - b).map(([, line]) => line);
    return shuffled.flatMap((line, at) => {
      const written = line.replace(" = ", how.delimiter);
      const [first, ...block] = written.split("\n");
      const whole = at === 1 && block.length === 0
        ? [first + how.comment]
        : [first, ...block];
      return at === 2 && how.line !== "" ? [...whole, how.line] : whole;
    });
  });
}
