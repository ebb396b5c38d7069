import type { Section } from "../model/document.ts";

/** The tool that needs a profile in its legacy form, if there is one: aws-sso-util never learnt of sessions. */
export function ownerOf(sections: readonly Section[]): string | undefined {
  for (const { properties } of sections) {
    for (const { name, value } of properties) {
      if (name === "credential_process" && startsAwsSsoUtil.test(value)) {
        return "aws-sso-util";
      }
      if (name === "sso_auto_populated") return "aws-sso-util";
      if (
        name.startsWith("granted_sso_") || name === "granted_generated_from" ||
        name === "common_fate_generated_from"
      ) return "Granted";
    }
  }
  return undefined;
}

const startsAwsSsoUtil = /(?:^|[\/\\\s"'])aws-sso-util(?:\.exe)?["']?(?:\s|$)/;
