import assert from "node:assert/strict";
import { customEndpoint } from "./endpoint.ts";
import { proxyFor } from "./proxy.ts";
import { noBrowserHere } from "./surroundings.ts";

const envOf = (variables: Record<string, string>) => ({
  env: (name: string): string | undefined => variables[name],
});
const service = new URL("https://oidc.us-east-1.amazonaws.com");

function proxied(
  variables: Record<string, string>,
  target = service,
): string | undefined {
  const proxy = proxyFor(envOf(variables), target);
  return proxy && ("code" in proxy ? proxy.message : proxy.href);
}

Deno.test("proxyFor() takes HTTPS_PROXY, small letters first", () => {
  assert.equal(proxied({}), undefined);
  assert.equal(proxied({ HTTPS_PROXY: "http://p:1" }), "http://p:1/");
  assert.equal(
    proxied({ HTTPS_PROXY: "http://p:1", https_proxy: "http://q:2" }),
    "http://q:2/",
  );
  assert.equal(proxied({ HTTPS_PROXY: "p:1" }), "http://p:1/");
  assert.equal(proxied({ HTTP_PROXY: "http://p:1" }), undefined);
  assert.equal(
    proxied({ HTTPS_PROXY: "http://p:1" }, new URL("http://127.0.0.1:8")),
    undefined,
  );
});

Deno.test("proxyFor() leaves out what NO_PROXY covers", () => {
  for (
    const list of [
      "*",
      "amazonaws.com",
      ".amazonaws.com",
      "x, *.amazonaws.com",
      "oidc.us-east-1.amazonaws.com",
      "AMAZONAWS.com:443",
    ]
  ) {
    assert.equal(
      proxied({ HTTPS_PROXY: "http://p:1", NO_PROXY: list }),
      undefined,
      list,
    );
  }
  for (const list of ["", "aws.com", "amazonaws.com:80", "localhost"]) {
    assert.equal(
      proxied({ HTTPS_PROXY: "http://p:1", NO_PROXY: list }),
      "http://p:1/",
      list,
    );
  }
});

Deno.test("proxyFor() shows no password of a proxy that it does not take", () => {
  for (const value of ["socks5://me:hunter2@p:1", "http://me:hunter2@p:x"]) {
    const said = proxied({ HTTPS_PROXY: value });
    assert.ok(said && !said.includes("hunter2"), said);
  }
});

Deno.test("customEndpoint() takes its own variable alone, and https alone but on this machine", () => {
  const asked = (variables: Record<string, string>) => {
    const url = customEndpoint(envOf(variables), "SSO");
    return url && ("code" in url ? url.code : url.href);
  };
  assert.equal(asked({ AWS_ENDPOINT_URL: "https://evil.example" }), undefined);
  assert.equal(
    asked({ AWS_ENDPOINT_URL_SSO_OIDC: "https://evil.example" }),
    undefined,
  );
  assert.equal(
    asked({ AWS_ENDPOINT_URL_SSO: "https://vpce.example" }),
    "https://vpce.example/",
  );
  assert.equal(
    asked({ AWS_ENDPOINT_URL_SSO: "http://vpce.example" }),
    "config",
  );
  assert.equal(
    asked({ AWS_ENDPOINT_URL_SSO: "http://127.0.0.1.example" }),
    "config",
  );
  assert.equal(
    asked({ AWS_ENDPOINT_URL_SSO: "https://me:hunter2@vpce.example" }),
    "config",
  );
  assert.equal(asked({ AWS_ENDPOINT_URL_SSO: "nonsense" }), "config");
  for (
    const url of [
      "http://127.0.0.1:8000/",
      "http://localhost:8000/",
      "http://[::1]:8000/",
    ]
  ) {
    assert.equal(asked({ AWS_ENDPOINT_URL_SSO: url }), url);
  }
  assert.equal(
    asked({
      AWS_ENDPOINT_URL_SSO: "https://x.example",
      AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true",
    }),
    undefined,
  );
});

Deno.test("noBrowserHere() tells where the user's screen is not", () => {
  const where = (
    variables: Record<string, string>,
    {
      files = [] as string[],
      platform = "linux" as "linux" | "darwin" | "windows",
    } = {},
  ) =>
    noBrowserHere(
      { ...envOf(variables), platform },
      (path) => files.includes(path),
    );
  assert.equal(where({ DISPLAY: ":0" }), undefined);
  assert.equal(where({ WAYLAND_DISPLAY: "wayland-0" }), undefined);
  assert.equal(where({}), "without a display");
  assert.equal(where({ DISPLAY: ":0", SSH_CONNECTION: "1 2 3 4" }), "over SSH");
  assert.equal(
    where({ SSH_TTY: "/dev/pts/0" }, { platform: "darwin" }),
    "over SSH",
  );
  assert.equal(where({}, { files: ["/.dockerenv"] }), "in a container");
  assert.equal(where({}, { files: ["/run/.containerenv"] }), "in a container");
  assert.equal(where({ container: "podman" }), "in a container");
  assert.equal(where({ CODESPACES: "true", DISPLAY: ":0" }), "in a container");
  assert.equal(where({ AWS_EXECUTION_ENV: "CloudShell" }), "in a container");
  assert.equal(
    where({ DISPLAY: ":0" }, { files: ["/run/.containerenv"] }),
    undefined,
    "Toolbox",
  );
  assert.equal(where({ WSL_DISTRO_NAME: "Ubuntu" }), undefined);
  assert.equal(where({}, { platform: "darwin" }), undefined);
  assert.equal(where({}, { platform: "windows" }), undefined);
});
