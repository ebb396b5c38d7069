import { relevantClients } from "../src/lint/client_names.ts";
import { withoutComment } from "../src/lint/inline_comment.ts";
import type { Rule } from "../src/lint/rule.ts";

/** `key = "` */
export const loneQuoteValue: Rule = {
  id: "lone-quote-value",
  severity: "error",
  summary: "A value is a single quote, which makes Go programs crash",
  why: `
The SDK for Go takes quotes off at both ends of a value, and when the value is one quote alone it
reads past its end: the program stops with \`slice bounds out of range\`, whatever the key and the
profile. So does every program that is built on it, Terraform among them. The other clients take the
quote for the value.
`,
  examples: () => [
    {
      title: "What is left of a quoted value",
      bad: { config: '[profile dev]\nregion = eu-west-1\nsdk_ua_app_id = "\n' },
      says: [
        "config:3:17 A value that is one quote makes Go programs such as Terraform crash",
      ],
      good: {
        config: "[profile dev]\nregion = eu-west-1\nsdk_ua_app_id = shop\n",
      },
    },
    {
      title: "A quote inside a value",
      good: {
        config: "[profile dev]\nregion = eu-west-1\nsdk_ua_app_id = joe's\n",
      },
    },
  ],
  *check({ index, settings }) {
    if (!relevantClients(settings).includes("go")) return;
    for (const property of index.odd.settings) {
      const first = property.value[0];
      if (first !== '"' && first !== "'") continue;
      if (withoutComment(property) !== first) continue;
      const { path, start } = property.valueSpan;
      yield {
        span: { path, start, end: start + 1 },
        message:
          "A value that is one quote makes Go programs such as Terraform crash",
        help: "Write the value, or remove the line",
      };
    }
  },
};
