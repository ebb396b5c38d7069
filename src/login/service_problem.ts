import { plainText } from "./plain_text.ts";

/** What an answer, or the lack of one, comes to. */
export type ProblemKind =
  | "pending"
  | "slow-down"
  | "expired"
  | "denied"
  | "invalid-grant"
  | "invalid-client"
  | "unauthorized-client"
  | "unsupported-grant"
  | "invalid-scope"
  | "invalid-request"
  | "other-region"
  | "server"
  | "throttled"
  | "unauthorized"
  | "forbidden"
  | "not-found"
  | "proxy"
  | "tls"
  | "network"
  | "aborted"
  | "unknown";

/** An error of the SDK, told apart. */
export interface ServiceProblem {
  readonly kind: ProblemKind;
  /** The service's own words, fit to be shown; may be empty. */
  readonly text: string;
  /** The region that the service names instead. */
  readonly region?: string;
  /** `reason` of the service: `KMS_AccessDeniedException`. */
  readonly reason?: string;
}

/**
 * The service sends the name of an exception, or only the fields of OAuth, in which case the
 * SDK's name is `Unknown`: so both are asked.
 */
const kinds: Readonly<Record<string, ProblemKind>> = {
  AuthorizationPendingException: "pending",
  authorization_pending: "pending",
  SlowDownException: "slow-down",
  slow_down: "slow-down",
  ExpiredTokenException: "expired",
  expired_token: "expired",
  AccessDeniedException: "denied",
  access_denied: "denied",
  InvalidGrantException: "invalid-grant",
  invalid_grant: "invalid-grant",
  InvalidClientException: "invalid-client",
  invalid_client: "invalid-client",
  UnauthorizedClientException: "unauthorized-client",
  unauthorized_client: "unauthorized-client",
  UnsupportedGrantTypeException: "unsupported-grant",
  unsupported_grant_type: "unsupported-grant",
  InvalidScopeException: "invalid-scope",
  invalid_scope: "invalid-scope",
  InvalidRequestRegionException: "other-region",
  InvalidRequestException: "invalid-request",
  InvalidClientMetadataException: "invalid-request",
  InvalidRedirectUriException: "invalid-request",
  invalid_request: "invalid-request",
  invalid_client_metadata: "invalid-request",
  invalid_redirect_uri: "invalid-request",
  InternalServerException: "server",
  server_error: "server",
  TooManyRequestsException: "throttled",
  ThrottlingException: "throttled",
  UnauthorizedException: "unauthorized",
  ForbiddenException: "forbidden",
  ResourceNotFoundException: "not-found",
  AbortError: "aborted",
  TimeoutError: "network",
};

/** A name that the service made up, and that is shown as it is. */
const word = /^[\w-]{1,64}$/;

interface Raw {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly error?: string;
  readonly error_description?: string;
  readonly reason?: string;
  readonly region?: string;
  readonly cause?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** Tells what an error of the SDK, of the network or of a proxy means. */
export function serviceProblem(error: unknown): ServiceProblem {
  const raw = (typeof error === "object" && error !== null ? error : {}) as Raw;
  const text = plainText(raw.error_description || raw.message || "");
  const kind = kindOf(raw, text);
  return {
    kind,
    text: /^(?:unknown|unknownerror|none|null)$/i.test(text) ? "" : text,
    ...(word.test(raw.reason ?? "") ? { reason: raw.reason } : {}),
    ...(kind === "other-region" && word.test(raw.region ?? "")
      ? { region: raw.region }
      : {}),
  };
}

function kindOf(raw: Raw, text: string): ProblemKind {
  const named = kinds[raw.name ?? ""] ?? kinds[raw.error ?? ""];
  if (named === "invalid-request" && raw.region) return "other-region";
  if (named) return named;
  const status = raw.$metadata?.httpStatusCode;
  if (status !== undefined) return kindOfStatus(status);
  const code = raw.code ?? (raw.cause as Raw | undefined)?.code ?? "";
  // Node and Bun have codes; Deno has the words of rustls.
  if (
    /CERT|SELF_SIGNED|UNABLE_TO|TLS|SSL/.test(code) ||
    /certificate|issuer|UnknownIssuer/i.test(text)
  ) return "tls";
  if (
    /^E[A-Z_]+$/.test(code) ||
    /socket|connection|connect|network|hang up|lookup|dns|timed out|closed/i
      .test(text)
  ) return "network";
  return "unknown";
}

function kindOfStatus(status: number): ProblemKind {
  if (status === 401) return "unauthorized";
  if (status === 403) return "forbidden";
  if (status === 404) return "not-found";
  if (status === 407) return "proxy";
  if (status === 429) return "throttled";
  if (status >= 500) return "server";
  // What is not of the service was said by something in between.
  return "unknown";
}
