import { gluedHeader } from "../src/lint/glued_header.ts";
import type { Rule } from "../src/lint/rule.ts";
import { lineEnd } from "../src/model/lines.ts";
import { ini } from "../src/text/ini.ts";

/** A header that hangs behind a value, since the line before it did not end. */
export const sectionGluedToValue: Rule = {
  id: "section-glued-to-value",
  severity: "error",
  summary: "A section begins behind a value, in the same line",
  why: `
Something was appended to a file whose last line did not end. So the header is a part of the value,
the new section does not exist, and its settings belong to the profile above: where a key comes
twice, the AWS CLI and boto3 answer \`Unable to parse config file\`, and JS silently gives
the first profile the second one's region.

The fix begins a new line.

Reports: [aws/aws-cli#2658](https://github.com/aws/aws-cli/issues/2658),
[aws/aws-cli#3267](https://github.com/aws/aws-cli/pull/3267),
[Cox-Automotive/alks-cli#1](https://github.com/Cox-Automotive/alks-cli/issues/1).
`,
  examples: () => [
    {
      title: "A profile that was appended",
      bad: {
        config: ini`
          [profile a]
          region = eu-west-1
          sdk_ua_app_id = shop[profile b]
          region = eu-central-1
        `,
      },
      says: [
        'config:3:21 "[profile b]" stands behind a value: no client sees that a section begins',
      ],
      good: {
        config: ini`
          [profile a]
          region = eu-west-1
          sdk_ua_app_id = shop
          [profile b]
          region = eu-central-1
        `,
      },
    },
    {
      title: "In the credentials file, behind a key, CRLF",
      bad: {
        credentials:
          "[a]\r\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\r\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY[b]\r\nregion = eu-west-1\r\n",
      },
      says: [
        'credentials:3:65 "[b]" stands behind a value: no client sees that a section begins',
      ],
      good: {
        credentials:
          "[a]\r\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\r\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\r\n[b]\r\nregion = eu-west-1\r\n",
      },
    },
    {
      title: "Brackets that are no header",
      good: {
        config: ini`
          [profile dev]
          credential_process = sh -c "sign-in --accounts [a,b]"
          ca_bundle = /etc/ssl/[corp]
        `,
      },
    },
  ],
  *check({ index }) {
    for (const property of index.odd.settings) {
      const start = gluedHeader(property);
      if (start === undefined) continue;
      const { pair, line, section: { document } } = property;
      const { path, text } = document;
      const span = { path, start, end: pair.valueEnd };
      const blanks =
        /[ \t]*$/.exec(text.slice(pair.valueStart, start))![0].length;
      yield {
        span,
        message: `"${
          text.slice(start, pair.valueEnd)
        }" stands behind a value: no client sees that a section begins`,
        fix: {
          title: "Begin a new line",
          edits: [{
            span: { path, start: start - blanks, end: start },
            text: lineEnd(document, line),
          }],
        },
      };
    }
  },
};
