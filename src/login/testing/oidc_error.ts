import type { Reply } from "./stand_in.ts";

/** The names of exceptions by the error of OAuth, with their status. */
const exceptions: Readonly<Record<string, readonly [string, number]>> = {
  authorization_pending: ["AuthorizationPendingException", 400],
  slow_down: ["SlowDownException", 400],
  expired_token: ["ExpiredTokenException", 400],
  access_denied: ["AccessDeniedException", 400],
  invalid_grant: ["InvalidGrantException", 400],
  invalid_client: ["InvalidClientException", 401],
  unauthorized_client: ["UnauthorizedClientException", 400],
  unsupported_grant_type: ["UnsupportedGrantTypeException", 400],
  invalid_scope: ["InvalidScopeException", 400],
  invalid_request: ["InvalidRequestException", 400],
  invalid_redirect_uri: ["InvalidRedirectUriException", 400],
  invalid_client_metadata: ["InvalidClientMetadataException", 400],
  server_error: ["InternalServerException", 500],
};

/** An error as `sso-oidc` sends it. */
export function oidcError(
  error: string,
  { plain = false, description = "", ...more }: {
    plain?: boolean;
    description?: string;
    region?: string;
    endpoint?: string;
    reason?: string;
  } = {},
): Reply {
  const [name, status] = exceptions[error];
  const type = more.region ? "InvalidRequestRegionException" : name;
  return {
    status,
    ...(plain ? {} : { type }),
    body: { error, error_description: description, ...more },
  };
}
