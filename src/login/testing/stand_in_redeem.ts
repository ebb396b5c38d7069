import { createHash } from "node:crypto";
import { DEVICE, type Grantable, type StandInState } from "./stand_in_state.ts";

/** What a request for a token redeems, or the error that it is answered with. */
// deno-lint-ignore no-explicit-any
export function redeem(body: any, state: StandInState): Grantable | string {
  const client = state.clients.get(body.clientId)!;
  if (!client.grantTypes.includes(body.grantType)) return "unauthorized_client";
  switch (body.grantType) {
    case DEVICE: {
      const device = state.devices.get(body.deviceCode);
      if (!device) return "invalid_grant";
      const poll = state.polls[device.polls++] ?? state.polls.at(-1);
      if (poll === "granted") {
        state.devices.delete(body.deviceCode);
        return device;
      }
      return {
        pending: "authorization_pending",
        "slow-down": "slow_down",
        denied: "access_denied",
        expired: "expired_token",
        "server-error": "server_error",
      }[poll ?? "pending"];
    }
    case "refresh_token": {
      const known = state.refreshTokens.get(body.refreshToken);
      if (known?.clientId !== body.clientId) return "invalid_grant";
      if (state.rotates) state.refreshTokens.delete(body.refreshToken);
      return known!;
    }
    case "authorization_code": {
      const known = state.codes.get(body.code);
      state.codes.delete(body.code);
      const challenge = createHash("sha256").update(body.codeVerifier ?? "")
        .digest("base64url");
      return known?.clientId === body.clientId &&
          known?.redirectUri === body.redirectUri &&
          known?.challenge === challenge
        ? known!
        : "invalid_grant";
    }
  }
  return "unsupported_grant_type";
}
