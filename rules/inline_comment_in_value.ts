import { commentBehind, withoutComment } from "../src/lint/inline_comment.ts";
import type { Fix, Property, Rule } from "../src/lint/rule.ts";
import { isCompleteSecret } from "../src/lint/secret_form.ts";
import { kindOf } from "../src/lint/section_kind.ts";
import { moveBehindToAbove } from "../src/model/lines.ts";
import { findKey, mayBeEmpty } from "../src/reference/keys.ts";
import { insertBefore, remove } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** `region = eu-west-1 # main` */
export const inlineCommentInValue: Rule = {
  id: "inline-comment-in-value",
  severity: "error",
  summary: "A comment stands behind a value",
  why: `
The AWS CLI, boto3 and .NET know no comment behind a value: the region is \`eu-west-1 # main\`, and
the session \`corp # ours\` does not exist. JS, Go, Rust, Java and the common runtime cut the comment
off, so the same file works there. In a nested block only JS cuts it off.

The fix moves the comment to a line of its own. A \`#\` without a blank in front, as in
\`https://example.awsapps.com/start#/\`, is a part of the value for every client.

Reports: [aws/aws-cli#320](https://github.com/aws/aws-cli/issues/320),
[61418/aws-sso-util#97](https://github.com/61418/aws-sso-util/issues/97),
[aws/aws-toolkit-visual-studio#354](https://github.com/aws/aws-toolkit-visual-studio/issues/354).
`,
  examples: () => [
    {
      title: "A note behind a value, CRLF, no end of the last line",
      bad: {
        config:
          "[profile dev]\r\noutput = json\r\nregion = eu-west-1\t# main  ",
      },
      says: [
        'config:3:20 The AWS CLI, boto3 and .NET take this comment for a part of "region"',
      ],
      good: {
        config:
          "[profile dev]\r\noutput = json\r\n# main\r\nregion = eu-west-1",
      },
    },
    {
      title: "In a nested block the comment goes above the block",
      bad: {
        config: ini`
          [profile dev]
          region = eu-west-1
          s3 = ; MinIO
            addressing_style = path # not virtual
        `,
      },
      says: [
        'config:3:6 The AWS CLI, boto3 and .NET take this comment for a part of "s3"',
      ],
      good: {
        config: ini`
          [profile dev]
          region = eu-west-1
          ; MinIO
          # not virtual
          s3 =
            addressing_style = path
        `,
      },
    },
    {
      title: "No value in front of the comment",
      bad: {
        config:
          "[profile dev]\nregion = eu-west-1\nsdk_ua_app_id = # not yet\n",
      },
      says: [
        'config:3:17 The AWS CLI, boto3 and .NET take this comment for a part of "sdk_ua_app_id"',
      ],
      good: {
        config:
          "[profile dev]\nregion = eu-west-1\n# sdk_ua_app_id = # not yet\n",
      },
    },
    {
      title: "Number signs that begin no comment",
      good: {
        config: ini`
          [profile dev]
          region = eu-west-1
          sdk_ua_app_id = shop#1
          credential_process = sign-in --note "a # b"
          granted_color = #ff0000
        `,
      },
    },
  ],
  *check({ index }) {
    const blocks = new Map<Property, Fix>();
    for (const property of index.odd.settings) {
      const start = commentOf(property);
      if (start === undefined) continue;
      const { key, parent, valueSpan } = property;
      let fix = parent ? blocks.get(parent) : repair(property, start);
      // All comments of a block go to one place, so they go together.
      if (parent && !fix) blocks.set(parent, fix = repairBlock(parent));
      yield {
        span: { ...valueSpan, start },
        message: parent
          ? `Every client but JS takes this comment for a part of "${key}"`
          : `The AWS CLI, boto3 and .NET take this comment for a part of "${key}"`,
        fix,
      };
    }
  },
};

/** Where the comment begins behind a value that cannot hold one. */
function commentOf(property: Property): number | undefined {
  // Most values hold neither sign.
  const { value, name, parent, section } = property;
  if (!value.includes("#") && !value.includes(";")) return undefined;
  const start = commentBehind(property);
  if (start === undefined) return undefined;
  const known = findKey(name, kindOf(section), parent?.name);
  if (!known || known.tool !== undefined || known.type === "command") {
    return undefined;
  }
  return known.secret && !isCompleteSecret(name, withoutComment(property))
    ? undefined
    : start;
}

function repair(property: Property, from: number): Fix {
  const { section: { document }, line, keySpan, valueSpan, name } = property;
  const bare = withoutComment(property);
  if (bare === "" && !mayBeEmpty(name)) {
    return {
      title: "Make the line a comment",
      edits: [insertBefore(keySpan, "# ")],
    };
  }
  if (/^[#; \t]*$/.test(document.text.slice(from, valueSpan.end))) {
    const start = valueSpan.start + bare.length;
    return { title: "Take it away", edits: [remove({ ...valueSpan, start })] };
  }
  return {
    title: "Move the comment to a line of its own",
    edits: moveBehindToAbove(document, { line, from }),
  };
}

function repairBlock({ children, line: above, section }: Property): Fix {
  return {
    title: "Move the comments above the block",
    edits: children.flatMap((child) => {
      const from = commentOf(child);
      if (from === undefined) return [];
      const { line } = child;
      return moveBehindToAbove(section.document, { line, from, above });
    }),
  };
}
