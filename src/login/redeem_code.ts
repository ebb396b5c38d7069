import type { Context } from "./context.ts";
import { failureOf } from "./failure_of.ts";
import type { FlowResult } from "./flow_result.ts";
import type { Callback } from "./loopback.ts";
import { plainText } from "./plain_text.ts";
import type { Registration } from "./registration.ts";
import { labelOf } from "./session.ts";
import { tokenRequest } from "./token_request.ts";

/** Exchanges what the browser brought for a token, and tells the browser what came of it. */
export async function redeemCode(
  context: Context,
  { arrival, state, redirectUri, codeVerifier, registration }: {
    arrival: Callback;
    state: string;
    redirectUri: string;
    codeVerifier: string;
    registration: Registration;
  },
): Promise<FlowResult> {
  const { session } = context;
  const { parameters, answer } = arrival;
  if (parameters.get("state") !== state) {
    await answer({
      title: "Not signed in",
      text: "This answer belongs to another sign-in.",
    });
    return refused(
      "The browser came back with the answer to another sign-in (the state differs): nothing was taken from it; run the command again, or use --device-code",
    );
  }
  const error = parameters.get("error");
  if (error !== null) {
    const text = plainText(parameters.get("error_description") ?? error);
    await answer({ title: "Not signed in", text });
    return error === "access_denied"
      ? { problem: { kind: "denied", text: text === error ? "" : text } }
      : refused(
        `Identity Center refused the sign-in (${text}): try --device-code`,
      );
  }
  const result = await tokenRequest(context, {
    registration,
    grantType: "authorization_code",
    code: parameters.get("code")!,
    redirectUri,
    codeVerifier,
  });
  await answer(
    "grant" in result
      ? {
        title: "Signed in",
        text: `awscfg is signed in to ${
          labelOf(session)
        }. You can close this tab.`,
      }
      : {
        title: "Not signed in",
        text: failureOf(result.problem, { session, step: "token" }).message,
      },
  );
  return result;
}

function refused(message: string): FlowResult {
  return { failure: { code: "refused", message } };
}
