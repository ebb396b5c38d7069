import type { Failure } from "./failure.ts";
import type { ServiceProblem } from "./service_problem.ts";
import { labelOf, nameOf, type Session } from "./session.ts";
import { regionHint } from "./session_problem.ts";

/** The scope that accounts and roles are listed and used with. */
const ACCESS = "sso:account:access";

/** What was asked of the service when it failed. */
export type Step = "register" | "device" | "token" | "refresh" | "portal";

/** What a problem means for the user, and what to do: the error table of the protocol in words. */
export function failureOf(
  problem: ServiceProblem,
  { session, step }: { session: Session; step: Step },
): Failure {
  const { kind, text, region, reason } = problem;
  const said = text ? ` (${text})` : "";
  const label = labelOf(session);
  switch (kind) {
    case "aborted":
      return { code: "interrupted", message: "Interrupted" };
    case "denied":
      return {
        code: "denied",
        message: reason?.startsWith("KMS_")
          ? `Identity Center may not use its encryption key (${reason}): an administrator has to look at the key's policy`
          : `The request was denied in the browser${said}: nothing was signed in to; run the command again to ask anew`,
      };
    case "expired":
      return step === "refresh" ? ended(session) : {
        code: "code-expired",
        message:
          "The code has expired before it was confirmed: run the command again for a new one",
      };
    case "invalid-grant":
      return step === "refresh" ? ended(session) : {
        code: "refused",
        message:
          `Identity Center did not take the answer of the browser${said}: it was used before or is too old, or sso_region "${session.region}" is wrong; run the command again`,
      };
    case "invalid-client":
    case "unauthorized-client":
    case "unsupported-grant":
      return {
        code: "refused",
        message:
          `Identity Center refuses this program as a client${said}: try --device-code`,
      };
    case "invalid-scope":
      return {
        code: "refused",
        message:
          `Identity Center does not know one of the scopes of ${label}${said}: sso_registration_scopes is "${
            session.scopes.join(", ")
          }", the one for accounts and roles is "${ACCESS}"`,
      };
    case "other-region":
      return {
        code: "wrong-region",
        message:
          `Identity Center of ${label} is in region "${region}": set sso_region = ${region} (it is "${session.region}")`,
      };
    case "invalid-request":
      return {
        code: "wrong-region",
        message: reason?.startsWith("KMS_")
          ? `Identity Center cannot use its encryption key (${reason}): an administrator has to look at the key`
          : `Identity Center does not take the request${said}: ${
            regionHint(session)
          }`,
      };
    case "unauthorized":
      if (session.scopes.length > 0 && !session.scopes.includes(ACCESS)) {
        return {
          code: "refused",
          message:
            `The token of ${label} gives no access to accounts: sso_registration_scopes lacks "${ACCESS}"`,
        };
      }
      return {
        code: "session-ended",
        message:
          `Identity Center does not take the token of ${label}: it was signed out, or ${
            regionHint(session)
          }`,
      };
    case "throttled":
      return {
        code: "throttled",
        message:
          "Identity Center answers too many requests at the moment: wait a minute and run the command again",
      };
    case "proxy":
      return {
        code: "network",
        message:
          "The proxy asks for a user name and a password: put them into HTTPS_PROXY",
      };
    case "tls":
      return {
        code: "tls",
        message:
          `The server's certificate is not trusted${said}: behind a proxy that reads along, set AWS_CA_BUNDLE to its certificates`,
      };
    case "network":
      return {
        code: "network",
        message:
          `Identity Center in region "${session.region}" is not reached${said}: check the network, HTTPS_PROXY and sso_region`,
      };
    default:
      return {
        code: "service",
        message: `Identity Center failed${said || " without saying why"}: ${
          step === "portal" ? "run the command again" : regionHint(session)
        }`,
      };
  }
}

function ended(session: Session): Failure {
  return {
    code: "session-ended",
    message: `The session of ${labelOf(session)} has ended: run awscfg login ${
      nameOf(session)
    }`,
  };
}
