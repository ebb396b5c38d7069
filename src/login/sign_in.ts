import { authorizationCode } from "./authorization_code.ts";
import type { Context } from "./context.ts";
import { deviceCode } from "./device_code.ts";
import type { Failure } from "./failure.ts";
import { failureOf } from "./failure_of.ts";
import type { Grant } from "./flow_result.ts";
import { agree, canAsk } from "./prompts.ts";
import { register } from "./register.ts";
import {
  type Flow,
  type Registration,
  removeRegistration,
} from "./registration.ts";
import { labelOf } from "./session.ts";
import { noBrowserHere } from "./surroundings.ts";
import type { Token } from "./token.ts";

/** How the user wants to sign in. */
export interface SignInOptions {
  readonly deviceCode: boolean;
  readonly noBrowser: boolean;
}

/** Signs in with the user's browser; what can be mended is mended once. */
export async function signIn(
  context: Context,
  options: SignInOptions,
): Promise<Token | Failure> {
  const { session, store, say, machine } = context;
  let { flow, browse } = firstFlow(context, options);
  let mended = false;
  for (;;) {
    const registration = await register(context, flow);
    if ("problem" in registration) {
      return failureOf(registration.problem, { session, step: "register" });
    }
    const run = flow === "device-code" ? deviceCode : authorizationCode;
    const result = await run(context, { registration, browse });
    if ("grant" in result) {
      return tokenOf(context, { grant: result.grant, registration });
    }
    if ("failure" in result) return result.failure;
    if ("noBrowser" in result) {
      say("No browser could be opened: signing in with a code instead.");
      flow = "device-code";
      browse = false;
      continue;
    }
    const { kind } = result.problem;
    if (
      !mended && (kind === "invalid-client" || kind === "unauthorized-client")
    ) {
      // The registration has ended before its time, or lacks the grant: make a new one, once.
      removeRegistration(store.folder, { session, flow });
      mended = true;
      continue;
    }
    if (kind === "unsupported-grant" && flow === "authorization-code") {
      say(
        `Identity Center of ${
          labelOf(session)
        } does not know this kind of sign-in: signing in with a code instead.`,
      );
      flow = "device-code";
      continue;
    }
    if (
      kind === "expired" && canAsk(machine) &&
      await agree("The code has expired. Get a new one?")
    ) continue;
    return failureOf(result.problem, {
      session,
      step: flow === "device-code" ? "device" : "token",
    });
  }
}

/**
 * A legacy portal always takes the device flow, as with the AWS CLI: its client has no scopes.
 * A browser is opened unless the user does not want it, or its screen is elsewhere.
 */
function firstFlow(
  { machine, session, say }: Context,
  options: SignInOptions,
): { flow: Flow; browse: boolean } {
  const none = noBrowserHere(machine);
  const browse = !options.noBrowser && !none;
  if (options.deviceCode || session.name === undefined) {
    return { flow: "device-code", browse };
  }
  if (none) {
    say(`You work ${none}: signing in with a code.`);
    return { flow: "device-code", browse: false };
  }
  return { flow: "authorization-code", browse };
}

function tokenOf(
  { machine, session }: Context,
  { grant, registration }: { grant: Grant; registration: Registration },
): Token {
  return {
    startUrl: session.startUrl,
    region: session.region,
    accessToken: grant.accessToken,
    expiresAt: new Date(machine.now().getTime() + grant.expiresIn * 1000),
    clientId: registration.clientId,
    clientSecret: registration.clientSecret,
    registrationExpiresAt: registration.expiresAt,
    ...(grant.refreshToken ? { refreshToken: grant.refreshToken } : {}),
  };
}
