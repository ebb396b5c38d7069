/** Why a sign-in, a refresh or a request came to nothing. */
export type FailureCode =
  | "interrupted"
  | "denied"
  | "code-expired"
  | "timeout"
  | "session-ended"
  | "not-signed-in"
  | "wrong-region"
  | "refused"
  | "throttled"
  | "network"
  | "tls"
  | "service"
  | "cache"
  | "config";

/** A failure in words for the user: what happened, and what to do. Never holds a secret. */
export interface Failure {
  readonly code: FailureCode;
  /** One line without a full stop at its end. */
  readonly message: string;
}

/** Whether a result is a failure. */
export function isFailure(result: unknown): result is Failure {
  return typeof result === "object" && result !== null &&
    "code" in result && "message" in result;
}

/** The user pressed Ctrl-C. */
export const interrupted: Failure = {
  code: "interrupted",
  message: "Interrupted",
};
