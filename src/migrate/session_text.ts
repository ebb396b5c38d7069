import type { Section } from "../model/document.ts";
import type { Session } from "./session.ts";
import { written } from "./written.ts";

/** `[sso-session NAME]` and its keys, in the manner of the profile beside which it will stand. */
export function sessionText(
  { name, startUrl, region, scopes }: Session,
  like: Section,
  eol: string,
): string {
  const model = like.properties[0];
  const line = (key: string, value: string) =>
    (model
      ? written(model, [key, value], { align: false })
      : `${key} = ${value}`) + eol;
  return `[sso-session ${name}]${eol}${line("sso_start_url", startUrl)}${
    line("sso_region", region)
  }${line("sso_registration_scopes", scopes)}`;
}
