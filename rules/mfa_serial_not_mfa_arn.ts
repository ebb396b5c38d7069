import { meantValue } from "../src/lint/meant_value.ts";
import { notAValue } from "../src/lint/not_a_value.ts";
import type { Finding, Rule, Span } from "../src/lint/rule.ts";
import { isMfaSerial, parseArn } from "../src/reference/arn.ts";
import { insertBefore, replace } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** The value of `mfa_serial` names a user, not the user's device. */
export const mfaSerialNotMfaArn: Rule = {
  id: "mfa-serial-not-mfa-arn",
  severity: "error",
  summary: "The value of mfa_serial does not name an MFA device",
  why: `
\`mfa_serial\` is the ARN of a device, \`arn:aws:iam::ACCOUNT:mfa/NAME\`, or the serial number printed on
one. The ARN of the user looks much the same and stands on the same page of the console. With it the
client asks for a code, and STS turns the right code down:
\`MultiFactorAuthentication failed, unable to validate MFA code\`.

The fix takes the name of the user for that of the device, which need not be so.
\`aws iam list-mfa-devices\` shows the ARN.

Reports: [broamski/aws-mfa#25](https://github.com/broamski/aws-mfa/issues/25),
[broamski/aws-mfa#46](https://github.com/broamski/aws-mfa/issues/46).
`,
  yields: notAValue,
  examples: () => [
    {
      title: "The ARN of the user",
      bad: {
        config: ini`
          [profile dev]
          role_arn = arn:aws:iam::123456789011:role/dev
          source_profile = default
          mfa_serial = arn:aws:iam::123456789022:user/jane
          [default]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
      says: [
        'config:4:40 "user/jane" is a user, not an MFA device: STS turns every code down',
      ],
      good: {
        config: ini`
          [profile dev]
          role_arn = arn:aws:iam::123456789011:role/dev
          source_profile = default
          mfa_serial = arn:aws:iam::123456789022:mfa/jane
          [default]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
    {
      title: "A hardware token has a serial number",
      good: {
        config: ini`
          [profile dev]
          role_arn = arn:aws:iam::123456789011:role/dev
          source_profile = default
          mfa_serial = GAHT12345678
          [default]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
  ],
  *check({ index }) {
    // aws_mfa_device is what aws-mfa calls it.
    for (const property of index.settings("mfa_serial", "aws_mfa_device")) {
      const { value, span } = meantValue(property);
      if (value !== "" && (value.startsWith("arn:") || !isMfaSerial(value))) {
        const found = problem(value, span);
        if (found) {
          yield { help: "Write arn:aws:iam::ACCOUNT:mfa/NAME", ...found };
        }
      }
    }
  },
};

function problem(value: string, span: Span): Finding | undefined {
  if (isMfaSerial(value)) return undefined;
  const iam = /^arn:aws[a-z-]*:iam:(?=\d{12}:mfa\/)/.exec(value);
  if (iam) {
    const account = { ...span, start: span.start + iam[0].length };
    return {
      span,
      message:
        `A colon is missing in "${value}": two stand behind "iam", since IAM has no regions`,
      fix: { title: "Write the colon", edits: [insertBefore(account, ":")] },
    };
  }
  const resource = parseArn(value)?.resource;
  if (resource === undefined) {
    const message =
      `"${value}" is neither the ARN nor the serial number of an MFA device`;
    return { span, message };
  }
  const start = span.end - resource.length;
  const at = { ...span, start };
  if (!resource.startsWith("user/")) {
    return resource.startsWith("mfa/")
      ? { span, message: `The account in "${value}" has not 12 digits` }
      : { span: at, message: `"${resource}" is not an MFA device` };
  }
  const user = { ...span, start, end: start + "user".length };
  return {
    span: at,
    message:
      `"${resource}" is a user, not an MFA device: STS turns every code down`,
    fix: {
      title: `Write mfa/${resource.slice("user/".length)}`,
      edits: [replace(user, "mfa")],
      guess: true,
    },
  };
}
