import { keysNamed } from "./key_rows.ts";

/**
 * Names that people write for a key, each from real reports (aws/aws-cli#3375, aws/aws-cli#351,
 * hashicorp/terraform-provider-aws#19897, mhart/awscred#4, aws/aws-toolkit-vscode#6755,
 * awslabs/collectd-cloudwatch#7, binbashar/leverage#125). The last stands in the s3-config topic
 * of the AWS CLI, whose code reads the other.
 */
export const aliases: ReadonlyMap<string, string> = new Map([
  ["aws_access_key", "aws_access_key_id"],
  ["access_key_id", "aws_access_key_id"],
  ["aws_secret_key", "aws_secret_access_key"],
  ["secret_access_key", "aws_secret_access_key"],
  ["secret_access_key_id", "aws_secret_access_key"],
  ["aws_region", "region"],
  ["aws_default_region", "region"],
  ["default_region", "region"],
  ["sso_registration_scope", "sso_registration_scopes"],
  ["account_id", "sso_account_id"],
  ["role_name", "sso_role_name"],
  ["disable_s3_express_session_auth", "s3_disable_express_session_auth"],
]);

/** What a tool writes in front of all of its keys, also of those that are not in the table. */
const prefixes: readonly (readonly [string, string])[] = [
  ["granted_", "granted"],
  ["common_fate_", "granted"],
  ["adfs_config.", "aws-adfs"],
  ["google_config.", "aws-google-auth"],
  ["azure_", "aws-azure-login"],
];

/** The tool whose key this is, where no official client reads it: `granted`, `aws-vault`. */
export function thirdPartyTool(name: string): string | undefined {
  return keysNamed(name).find(({ tool }) => tool !== undefined)?.tool ??
    prefixes.find(([prefix]) => name.startsWith(prefix))?.[1];
}
