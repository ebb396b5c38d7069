import { clientNames, relevantClients } from "../src/lint/client_names.ts";
import { meantValue } from "../src/lint/meant_value.ts";
import { notAValue } from "../src/lint/not_a_value.ts";
import type {
  Finding,
  Property,
  Rule,
  RuleSettings,
} from "../src/lint/rule.ts";
import { kindOf } from "../src/lint/section_kind.ts";
import { valueRepair } from "../src/lint/value_repair.ts";
import { maskValue } from "../src/model/mask.ts";
import { findKey, type Key, type ValueType } from "../src/reference/keys.ts";
import { valueProblem } from "../src/reference/values.ts";
import { ini } from "../src/text/ini.ts";

/** A value that clients do not take for its key. */
export const valueInvalid: Rule = {
  id: "value-invalid",
  severity: "warning",
  summary: "A setting has a value that clients do not take",
  why: `
Each setting takes values of one kind: \`true\` or \`false\`, one of a few words, a number, a URL with its
\`https://\`. boto3 and the AWS CLI stop at many wrong ones (an endpoint without a scheme, an addressing
style that there is not), whatever the command. Others are passed over without a word, and the setting
has no effect: boto3 takes \`yes\` for false. JS takes \`true\` and \`false\` in lower case alone, so with
\`use_fips_endpoint = True\` it goes on without FIPS.

What is wrong with regions, ARNs and the like has rules of its own.

Report: [aws/aws-sdk-go-v2#2287](https://github.com/aws/aws-sdk-go-v2/issues/2287).
`,
  yields: [...notAValue, "nested-block-flattened", "endpoint-config-misplaced"],
  examples: () => [
    {
      title: "Capitals and other words for true",
      bad: {
        config: ini`
          [profile a]
          use_fips_endpoint = True
          [profile b]
          use_dualstack_endpoint = yes
        `,
      },
      says: [
        'config:2:21 "use_fips_endpoint" must be true or false in lower case: JS does not take "True"',
        'config:4:26 "use_dualstack_endpoint" must be true or false: no client takes "yes"',
      ],
      good: {
        config: ini`
          [profile a]
          use_fips_endpoint = true
          [profile b]
          use_dualstack_endpoint = true
        `,
      },
    },
    {
      title: "A word that there is not, inside a block",
      bad: {
        config: ini`
          [default]
          s3 =
            addressing_style = paths
        `,
      },
      says: [
        'config:3:22 "addressing_style" must be one of auto, virtual, path: boto3 and the AWS CLI stop at "paths"',
      ],
      good: {
        config: ini`
          [default]
          s3 =
            addressing_style = path
        `,
      },
    },
    {
      title: "An endpoint without its scheme",
      bad: {
        config: ini`
          [profile local]
          endpoint_url = localhost:4566
        `,
      },
      says: [
        'config:2:16 "endpoint_url" must be a URL that begins with https:// or http://: boto3 and the AWS CLI stop at "localhost:4566"',
      ],
      good: {
        config: ini`
          [profile local]
          endpoint_url = http://localhost:4566
        `,
      },
    },
    {
      title: "JS does not read the files",
      settings: { clients: ["botocore", "go"] },
      good: {
        config: ini`
          [profile a]
          use_fips_endpoint = True
          parameter_validation = False
        `,
      },
    },
  ],
  *check({ index, settings }) {
    for (const name of index.names) {
      if (elsewhere.has(name) || !checked.has(findKey(name)?.type)) continue;
      for (const property of index.settings(name)) {
        const key = findKey(name, kindOf(property.section));
        if (key) yield* problem(key, property, settings);
      }
    }
    for (const property of index.nested) {
      const { name, section, parent } = property;
      const key = findKey(name, kindOf(section), parent?.name);
      if (key) yield* problem(key, property, settings);
    }
  },
};

/** Kinds of value whose form says whether they are right. */
const checked: ReadonlySet<ValueType | undefined> = new Set([
  "bool",
  "enum",
  "int",
  "size",
  "rate",
  "url",
  "arn",
  "list",
  "account-id",
  "nested-map",
]);

/** Settings with rules of their own. */
const elsewhere: ReadonlySet<string> = new Set([
  "output",
  "role_arn",
  "retry_mode",
  "max_attempts",
  "duration_seconds",
  "credential_source",
  "sso_account_id",
  "sso_start_url",
]);

/** Settings at whose wrong values botocore 1.43 was seen to stop, whatever is asked of it. */
const stops: ReadonlySet<string> = new Set([
  "account_id_endpoint_mode",
  "addressing_style",
  "api_versions",
  "defaults_mode",
  "ec2_metadata_service_endpoint",
  "ec2_metadata_service_endpoint_mode",
  "endpoint_url",
  "metadata_service_num_attempts",
  "metadata_service_timeout",
  "request_checksum_calculation",
  "request_min_compression_size_bytes",
  "response_checksum_validation",
  "s3",
  "s3_disable_express_session_auth",
  "s3_us_east_1_regional_endpoint",
  "sts_regional_endpoints",
  "us_east_1_regional_endpoint",
]);

function* problem(
  key: Key,
  property: Property,
  settings: RuleSettings,
): Iterable<Finding> {
  if (property.value === "" || key.tool !== undefined) return;
  // Nearly all are these.
  if (key.type === "bool" && /^(?:true|false)$/.test(property.value)) return;
  const meant = meantValue(property);
  if (meant.value === "" || /^[#;]/.test(meant.value)) return;
  // The common runtime reads the lines and asks nothing of the values.
  const readers = relevantClients(settings).filter((client) =>
    client !== "crt" && key.clients[client] === "yes"
  );
  const failing = readers.filter((client) =>
    valueProblem(key, meant.value, client) !== undefined
  );
  if (failing.length === 0) return;
  const why = valueProblem(key, meant.value) ??
    valueProblem(key, meant.value, failing[0]);
  const shown = `"${maskValue(key.name, meant.value)}"`;
  const stop = stops.has(key.name) && failing.includes("botocore");
  const names = clientNames(failing);
  const effect = stop
    ? `boto3 and the AWS CLI stop at ${shown}`
    : failing.length === readers.length
    ? `no client takes ${shown}`
    : `${names} ${names.includes(" and ") ? "do" : "does"} not take ${shown}`;
  yield {
    span: meant.span,
    message: `"${key.name}" ${why}: ${effect}`,
    ...(stop && { severity: "error" }),
    ...valueRepair(key, meant),
  };
}
