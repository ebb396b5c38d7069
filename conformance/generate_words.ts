// deno-fmt-ignore-file

/** What one client or another takes for space, or for the end of a line; and what none does. */
export const spaces = [
  " ", "  ", "\t", "\u00a0", "\f", "\v", "\x1c", "\x1d", "\x1e", "\x1f", "\x85", "\u2028", "\u2029",
  "\u3000", "\u2003", "\u1680", "\ufeff", "\u200b", "\u180e", "\0", "\r",
];
export const oddLineEnds = ["\r", "", "\n\r", "\r\r\n", "\f", "\v", "\x1c", "\x1e", "\x85", "\u2028", "\u2029"];
export const comments = ["", " c", "c", " see [x]", " [x] y", " k = v", "#"];

export const plainHeaders = ["[profile a]", "[default]", "[profile b]", "[a]", "[sso-session s]", "[services s]", "[DEFAULT]", "[profile default]"];
/** Sections that all clients read alike, and headers that are none to some, so that lines fall to the section before. */
export const plainSections = [
  "[profile a]\ns3 =\n  a = 1", "[profile b]\nregion = x", "[a]\ns3 =\n  a = 1", "[default]\nregion = x\ns3 =\n  a = 1\n  b = 2", "[sso-session s]\nsso_region = x",
  "[profile b]# c", "[profile b", "[x = y", "[profile b]]", "[a b]", "[profile \"a\"]\nregion = z",
  "[profile a]\ns3 =\n  a = 1\n[profile c]# c\n  b = 2", "[a]\nregion = x\n[x = y\noutput = z", "[profile a]\ns3 =\n  a = 1\n[x = y\n  z = 1",
];
export const oddKinds = [
  "profile  ", "profile\t", "profile", "profile.", "profile:", "profile_", "Profile ", "profile\u00a0", "profiles ", "profile\r",
  "profile\f", "sso-session  ", "sso-session\t", "sso_session ", "sso-session.", "sso_sessions", "services  ", "services.",
  "foo ", "plugins", "profile'' ", 'profile"" ', " profile ", "profile \\",
];
export const oddNames = [
  "A", "a.b", "x y", "a#b", "a;b", "é", "a]", "a[b", '"a"', "'a'", '"a b"', "'a b'", "a\\b", "a\\", "o'b", '"a', "a\"b c\"",
  '""', "''", "", "profile a", "DEFAULT", "Default", "a=b", "a:b", "a/b@c+d%e", "1", "__proto__", "toString", "sso-session.s",
  "a\\ b", '"a\\"b"', '"a\\b"', "profile.a", "services.s", "𝒜", "a\u00a0b", "a\u2028b",
];
export const nameLetters = ["a", '"', "'", "\\", " ", "\t", "\u00a0", "]", "[", ".", "#", "=", "é"];
export const behindHeader = ["x", " x", " k = v", " [b]", "#", " #]"];

export const keys = ["region", "output", "s3", "role_arn", "source_profile", "sso_session", "sso_region", "aws_access_key_id"];
export const oddKeys = [
  "Region", "REGION", "a b", "", "é", "İ", "ΑΣ", "ß", "[x", "[x]", "k#", "#k", "k.sub", "s3.a", "__proto__", "toString", "k\u00a0",
  "\u00a0k", "x\ty", "sso_start_url", "1", "credential_process", "login_session", "credential_source", "web_identity_token_file",
  "metadata_service_timeout", "ec2_metadata_service_endpoint_mode", "mfa_serial", "sso_account_id", "sso_role_name",
];
export const oddDelimiters = [": ", ":", " : ", "\t=\t", "\u00a0=\u00a0", " ", "", "\x1c=\x1f", "\f=\v", " == ", ":=", "=:"];
export const oddValues = [
  '"q"', "'q'", '"', "'", '"q', "a = b", "a: b", "=", "==", "[x]", "v\\", "v #c", "v# c", "v ;c", "v\t#", "v\u00a0#c", "v\x1c#c",
  "#", ";", "é", "%(a)s", "${X}", "a\u2028b", "a\x85b", "a\x1cb", "a\fb", "a\0b", "v\u00a0", "\u00a0v", "v\ufeff", "1", " 1 ",
  "0x1", "ipv4", "IPv6", "Environment", "x y z", "𝒜", "\ufffd",
];
export const junk = [
  "", "#", "# c", ";c", "junk", "[", "]", "[]", "[ ]", "-cont", "= v", ":", "k", "rem x", "\\", '"', "\0", "\ufeff",
  "x\u2028y = z", "a\x1cb = c", "#\x85k = v", "# c\x0bk = v",
];
export const pieces = ["\n", "[", "]", "[profile a]\n", "[default]\n", " ", "=", "region", "v", "\n  ", "k = v\n", "s3 =\n", "  a = 1\n"];
export const oddPieces = [
  "profile", ":", "#", ";", '"', "'", "\\", "\t", "default", "DEFAULT", "sso-session", "services", "a", "é", "\r\n", "\r", "\f",
  "\u2028", "\x1c", "\x85", "\u00a0", "\ufeff", "\0",
];

/** Settings that choose credentials, and values for each; the last three are read by botocore alone. */
export const choices: readonly (readonly [string, readonly string[]])[] = [
  ["role_arn", ["arn:aws:iam::1:role/r", "arn:aws:iam::2:role/r", ""]],
  ["source_profile", ["a", "b", "c", "default", "none", "", "toString"]],
  ["credential_source", ["Environment", "EcsContainer", "Ec2InstanceMetadata", "environment", "x", ""]],
  ["web_identity_token_file", ["/none", ""]],
  ["credential_process", ["/none x", "", '"', "a\\", "''", "a 'b c'"]],
  ["login_session", ["arn:aws:iam::1:user/a", ""]],
  ["mfa_serial", ["m", ""]],
  ["aws_access_key_id", ["A", ""]],
  ["aws_secret_access_key", ["B", ""]],
  ["aws_session_token", ["T"]],
  ["sso_session", ["s", "t", "none", ""]],
  ["sso_start_url", ["https://x", "https://y", ""]],
  ["sso_region", ["us-east-1", "eu-west-1", ""]],
  ["sso_account_id", ["1", "2", ""]],
  ["sso_role_name", ["R", ""]],
  ["region", ["us-east-1"]],
  ["metadata_service_timeout", ["1", "x", " 1_0", "+1", "٣", ""]],
  ["metadata_service_num_attempts", ["2", "1.5"]],
  ["ec2_metadata_service_endpoint_mode", ["ipv4", "IPv6", "x", ""]],
];
export const ssoKeys = ["sso_session", "sso_account_id", "sso_role_name", "sso_start_url", "sso_region"];
export const sessionLines = [
  "sso_start_url = https://x\n", "sso_region = us-east-1\n", "sso_start_url = https://y\n", "sso_region =\n", "sso_account_id = 1\n", "region = us-east-1\n",
];
export const brokenBytes = [[0xff], [0xc3], [0xe2, 0x80], [0xed, 0xa0, 0x80], [0xf0, 0x9f], [0xc0, 0xaf], [0xe9], [0xef, 0xbb]];
