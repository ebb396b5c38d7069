import { oidcError } from "./oidc_error.ts";
import type { Asked, Reply, StandIn } from "./stand_in.ts";
import { authorize } from "./stand_in_authorize.ts";
import { redeem } from "./stand_in_redeem.ts";
import { DEVICE, fresh } from "./stand_in_state.ts";

/** The four operations of `sso-oidc`, and the pages of its host. */
export function answerOidc(
  asked: Asked,
  { state, url }: StandIn,
): Reply | undefined {
  const fail = (error: string, description?: string) =>
    oidcError(error, { plain: state.plainErrors, description });
  const { body, query } = asked;
  switch (asked.operation) {
    case "RegisterClient": {
      if (!body.clientName || body.clientType !== "public") {
        return fail("invalid_client_metadata");
      }
      const redirectUris: string[] = body.redirectUris ?? [];
      if (redirectUris.some((one) => !/^http:\/\/127\.0\.0\.1\//.test(one))) {
        return fail("invalid_redirect_uri");
      }
      const clientId = fresh(state, "client-id");
      const secret = fresh(state, "client-secret");
      const scopes = body.scopes ?? [];
      state.clients.set(clientId, {
        secret,
        scopes,
        redirectUris,
        issuerUrl: body.issuerUrl,
        grantTypes: body.grantTypes ?? [DEVICE, "refresh_token"],
      });
      const now = Math.floor(Date.now() / 1000);
      return json({
        clientId,
        clientSecret: secret,
        clientIdIssuedAt: now,
        clientSecretExpiresAt: now + state.registrationLife,
      });
    }
    case "StartDeviceAuthorization": {
      const client = state.clients.get(body.clientId);
      if (client?.secret !== body.clientSecret) return fail("invalid_client");
      if (!client!.grantTypes.includes(DEVICE)) {
        return fail("unauthorized_client");
      }
      if (state.startUrls && !state.startUrls.includes(body.startUrl)) {
        return fail("invalid_request");
      }
      const deviceCode = fresh(state, "device-code");
      state.devices.set(deviceCode, {
        clientId: body.clientId,
        session: `session-${state.next}`,
        polls: 0,
      });
      return json({
        deviceCode,
        userCode: "ABCD-EFGH",
        verificationUri: `${url}/device`,
        verificationUriComplete: `${url}/device?user_code=ABCD-EFGH`,
        expiresIn: state.deviceLife,
        interval: state.interval,
      });
    }
    case "Device":
      return { status: 200, html: "<h1>Confirm ABCD-EFGH</h1>" };
    case "Authorize":
      return authorize(query, state);
    case "CreateToken": {
      const client = state.clients.get(body.clientId);
      if (client?.secret !== body.clientSecret) return fail("invalid_client");
      const grantable = redeem(body, state);
      if (typeof grantable === "string") return fail(grantable);
      if (state.ended.has(grantable.session)) return fail("invalid_grant");
      const accessToken = fresh(state, "access-token");
      const { scopes } = client!;
      const until = Date.now() + state.tokenLife * 1000;
      state.bearers.set(accessToken, {
        session: grantable.session,
        // Without scopes it is a token of old, which may do what the user may.
        scopes: scopes.length > 0 ? scopes : ["sso:account:access"],
        until,
      });
      const gives = scopes.length > 0 &&
        (body.grantType !== "refresh_token" || state.rotates);
      const refreshToken = gives ? fresh(state, "refresh-token") : undefined;
      if (refreshToken) {
        const { clientId, session } = grantable;
        state.refreshTokens.set(refreshToken, { clientId, session });
      }
      return json({
        accessToken,
        tokenType: "Bearer",
        expiresIn: state.tokenLife,
        ...(refreshToken ? { refreshToken } : {}),
      });
    }
  }
  return undefined;
}

function json(body: unknown): Reply {
  return { status: 200, body };
}
