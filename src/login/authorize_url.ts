import { createHash } from "node:crypto";

/** As the AWS CLI asks, in its order. `scopes` is its spelling, not that of OAuth. */
export function authorizeUrl(
  service: URL,
  { clientId, redirectUri, state, scopes, codeVerifier }: {
    clientId: string;
    redirectUri: string;
    state: string;
    scopes: readonly string[];
    codeVerifier: string;
  },
): URL {
  const url = new URL(service);
  url.pathname = `${service.pathname.replace(/\/$/, "")}/authorize`;
  url.search = new URLSearchParams({
    response_type: "code",
    client_id: clientId,
    redirect_uri: redirectUri,
    state,
    code_challenge_method: "S256",
    scopes: scopes.join(" "),
    code_challenge: createHash("sha256").update(codeVerifier).digest(
      "base64url",
    ),
  }).toString();
  return url;
}
