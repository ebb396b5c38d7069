import type { Workspace } from "../model/document.ts";
import { botocore } from "./botocore.ts";
import { resolveBotocore } from "./botocore_resolve.ts";
import { crt } from "./crt.ts";
import { resolveCrt } from "./crt_resolve.ts";
import { dotnet } from "./dotnet.ts";
import { resolveDotnet } from "./dotnet_resolve.ts";
import { go } from "./go.ts";
import { resolveGo } from "./go_resolve.ts";
import { java } from "./java.ts";
import { resolveJava } from "./java_resolve.ts";
import { js } from "./js.ts";
import { resolveJs } from "./js_resolve.ts";
import type { Resolution, Resolver } from "./resolve.ts";
import { rust } from "./rust.ts";
import { resolveRust } from "./rust_resolve.ts";
import type { Client, Reader, View } from "./view.ts";

const readers: Readonly<Record<Client, Reader>> = {
  botocore,
  js,
  go,
  rust,
  java,
  dotnet,
  crt,
};

const resolvers: Readonly<Record<Client, Resolver>> = {
  botocore: resolveBotocore,
  js: resolveJs,
  go: resolveGo,
  rust: resolveRust,
  java: resolveJava,
  dotnet: resolveDotnet,
  crt: resolveCrt,
};

const views = new WeakMap<Workspace, Map<Client, View>>();

/** What a client makes of the files; read once for a workspace. */
export function view(client: Client, workspace: Workspace): View {
  let known = views.get(workspace);
  if (!known) views.set(workspace, known = new Map());
  let made = known.get(client);
  if (!made) known.set(client, made = readers[client](workspace));
  return made;
}

const resolutions = new WeakMap<View, Map<string, Resolution>>();

/** Where a client takes a profile's credentials from; resolved once for a view. */
export function resolve(
  client: Client,
  workspace: Workspace,
  profile: string,
): Resolution {
  const of = view(client, workspace);
  let known = resolutions.get(of);
  if (!known) resolutions.set(of, known = new Map());
  let made = known.get(profile);
  if (!made) {
    known.set(profile, made = resolved(resolvers[client], of, profile));
  }
  return made;
}

/** The clients follow a chain of roles by calling themselves, and so do their models: one of thousands is too long. */
function resolved(resolver: Resolver, of: View, profile: string): Resolution {
  try {
    return resolver(of, profile);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {
      error: "other",
      message: "the chain of source profiles is too long to follow",
      from: [],
    };
  }
}

/** Where the client of a view takes a profile's credentials from; not kept. */
export function resolveView(of: View, profile: string): Resolution {
  return resolvers[of.client](of, profile);
}
