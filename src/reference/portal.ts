import { portalForms, type PortalKind } from "./portal_forms.ts";
import { partitionOfRegion } from "./regions.ts";

export type { PortalKind } from "./portal_forms.ts";

/** What can be told from a start URL. */
export interface Portal {
  readonly kind: PortalKind;
  readonly partition?: string;
  /** The region of Identity Center, where the host names it. */
  readonly region?: string;
  /** In lower case, without a port; empty where the text is no URL. */
  readonly host: string;
  /** Equal for two spellings of one portal. */
  readonly canonical: string;
  /** The instance: `my-company`, `d-1234567890`, `ssoins-1234567890abcdef`. */
  readonly alias?: string;
}

const urlForm =
  /^(?<scheme>https?):\/\/(?<user>[^/?#@\\\s]*@)?(?<name>[a-z0-9.-]+)(?<port>:\d+)?(?<path>[/?#\\]\S*)?$/i;

/** What a start or issuer URL says of its portal; nothing is looked up. */
export function portal(url: string): Portal {
  const text = url.trim();
  // Pasted from a browser it ends in "#/", which some shells write as "\#/".
  const parts = urlForm.exec(withoutEnd(text))?.groups;
  if (!parts) return { kind: "not-a-url", host: "", canonical: text };
  const host = parts.name.toLowerCase();
  const path = parts.path ?? "";
  const port = parts.port && parts.port !== ":443" ? parts.port : "";
  const canonical = `${parts.scheme.toLowerCase()}://${
    parts.user ?? ""
  }${host}${port}${path}`;
  for (const form of portalForms) {
    const groups = form.url.exec(`${host}/${path.replace(/^\//, "")}`);
    if (!groups) continue;
    const { alias, region } = groups.groups ?? {};
    const partition = form.partition ?? (region && partitionOfRegion(region));
    return {
      kind: form.kind,
      host,
      canonical,
      ...(partition && { partition }),
      ...(region && { region }),
      ...(alias && { alias }),
    };
  }
  return { kind: "other", host, canonical };
}

/** The text without slashes, `#`, backslashes and blanks at its end; a loop, since it is linear. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && " \t/#\\".includes(text[end - 1])) end--;
  return text.slice(0, end);
}

/**
 * The name for a session of this portal: the instance, or the host of a URL that names none. It
 * has letters, digits, `_` and `-` alone.
 */
export function sessionName(url: string): string {
  const { kind, alias, host } = portal(url);
  const name = kind === "builder-id" ? kind : alias ?? host;
  const plain = name.replace(/[^A-Za-z0-9_-]+/g, "-").replace(/^-+|-+$/g, "");
  return plain === "" || plain === "default" ? "sso" : plain;
}
