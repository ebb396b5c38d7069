import { clientNames, relevantClients } from "../src/lint/client_names.ts";
import { meantValue } from "../src/lint/meant_value.ts";
import { notAValue } from "../src/lint/not_a_value.ts";
import type { Fix, Rule, Span } from "../src/lint/rule.ts";
import { kindOf } from "../src/lint/section_kind.ts";
import { findKey } from "../src/reference/keys.ts";
import { valueProblem } from "../src/reference/values.ts";
import { replace } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** A retry mode or a number of attempts that clients refuse. */
export const retrySettingInvalid: Rule = {
  id: "retry-setting-invalid",
  severity: "error",
  summary: "A retry setting has a value that clients refuse",
  why: `
\`retry_mode\` is \`standard\` or \`adaptive\`, \`max_attempts\` a whole number from 1. With anything else boto3
and the AWS CLI stop at every command: \`Invalid value provided to "mode"\`,
\`invalid literal for int() with base 10\`. JS goes on without a word. \`legacy\` is
for boto3, version 1 of the AWS CLI and Java: Go, Rust and .NET have no such mode.

Reports: [awslabs/aws-sdk-kotlin#702](https://github.com/awslabs/aws-sdk-kotlin/pull/702),
[smithy-lang/smithy-rs#741](https://github.com/smithy-lang/smithy-rs/pull/741), in which two SDKs
settled what to do with such values.
`,
  yields: notAValue,
  templates: true,
  examples: () => [
    {
      title: "A mode that there is not, and a number in words",
      bad: {
        config: ini`
          [default]
          retry_mode = exponential
          max_attempts = five
        `,
      },
      says: [
        'config:2:14 "retry_mode" must be one of legacy, standard, adaptive: boto3 and the AWS CLI stop at "exponential"',
        'config:3:16 "max_attempts" must be a whole number: boto3 and the AWS CLI stop at "five"',
      ],
      good: {
        config: ini`
          [default]
          retry_mode = standard
          max_attempts = 5
        `,
      },
    },
    {
      title: "Capitals",
      bad: {
        config: ini`
          [default]
          retry_mode = Adaptive
        `,
      },
      says: [
        'config:2:14 "retry_mode" must be one of legacy, standard, adaptive: boto3 and the AWS CLI stop at "Adaptive"',
      ],
      good: {
        config: ini`
          [default]
          retry_mode = adaptive
        `,
      },
    },
    {
      title: "The mode of old, among clients that do not know it",
      settings: { clients: ["botocore", "go"] },
      bad: {
        config: ini`
          [default]
          retry_mode = legacy
        `,
      },
      says: [
        'config:2:14 "legacy" is not a retry mode for Go',
      ],
      good: {
        config: ini`
          [default]
          retry_mode = standard
        `,
      },
    },
  ],
  *check({ index, settings }) {
    for (const property of index.settings("retry_mode", "max_attempts")) {
      const { name, section } = property;
      if (kindOf(section) !== "profile") continue;
      const { value, span } = meantValue(property);
      if (value === "") continue;
      const key = findKey(name, "profile")!;
      const problem = valueProblem(key, value, "botocore");
      const help = name === "retry_mode"
        ? "Write standard or adaptive"
        : "Write a whole number from 1";
      if (problem !== undefined) {
        const fix = respelt(value, span, key.values);
        const message =
          `"${name}" ${problem}: boto3 and the AWS CLI stop at "${value}"`;
        yield { span, message, help, ...(fix && { fix }) };
        continue;
      }
      // JS makes something of every value.
      const others = relevantClients(settings).filter((client) =>
        client !== "js" && client !== "crt" &&
        valueProblem(key, value, client) !== undefined
      );
      if (name !== "retry_mode" || others.length === 0) continue;
      yield {
        span,
        message: `"${value}" is not a retry mode for ${clientNames(others)}`,
        severity: settings.clients.length > 0 ? "warning" : "info",
        help,
      };
    }
  },
};

function respelt(
  value: string,
  span: Span,
  values: readonly string[] = [],
): Fix | undefined {
  const right = value.toLowerCase();
  if (right === value || !values.includes(right)) return undefined;
  return { title: `Write ${right}`, edits: [replace(span, right)] };
}
