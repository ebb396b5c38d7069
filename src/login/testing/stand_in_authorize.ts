import type { Reply } from "./stand_in.ts";
import { fresh, type StandInState } from "./stand_in_state.ts";

/** What the browser is answered: a redirect back, or a page that its script sends on. */
export function authorize(query: URLSearchParams, state: StandInState): Reply {
  const get = (name: string) => query.get(name) ?? "";
  const client = state.clients.get(get("client_id"));
  const back = get("redirect_uri");
  const registered = client?.redirectUris.map((uri) =>
    uri.replace("127.0.0.1", `127.0.0.1:${new URL(back).port}`)
  );
  if (
    !client || !registered?.includes(back) || get("response_type") !== "code" ||
    get("code_challenge_method") !== "S256" || !get("scopes") ||
    !/^[\w-]{43}$/.test(get("code_challenge"))
  ) return { status: 400, html: "<h1>Bad request</h1>" };
  const code = fresh(state, "code");
  state.codes.set(code, {
    clientId: get("client_id"),
    session: `session-${state.next}`,
    redirectUri: back,
    challenge: get("code_challenge"),
  });
  const location = new URL(back);
  const { searchParams } = location;
  if (state.consent === "deny") {
    searchParams.set("error", "access_denied");
    searchParams.set("error_description", "User denied");
  } else searchParams.set("code", code);
  searchParams.set(
    "state",
    state.consent === "wrong-state" ? "another" : get("state"),
  );
  if (state.consent === "never") return { status: 200, html: "<h1>Wait</h1>" };
  return state.consent === "page"
    ? {
      status: 200,
      html: `<h1>Allow awscfg?</h1><a id="allow" href="${
        location.href.replaceAll("&", "&amp;")
      }">Allow</a><script>document.getElementById("allow").click()</script>`,
    }
    : { status: 302, location: location.href };
}
