import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { certificates } from "../login/testing/certificates.ts";
import { oidcError } from "../login/testing/oidc_error.ts";
import { peer } from "../login/testing/peer.ts";
import { testProxy } from "../login/testing/proxy.ts";
import { scene, usualConfig } from "../login/testing/scene.ts";
import { standIn } from "../login/testing/stand_in.ts";
import { run } from "./testing/program.ts";
import { holdsNoSecret, sideBySide } from "./testing/side_by_side.ts";

sideBySide(
  "endpoint_url of a profile and AWS_ENDPOINT_URL get nothing",
  async ({ awscfg, program }) => {
    const asked: string[] = [];
    const trap = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.writeHead(500).end();
    });
    await new Promise<void>((resolve) =>
      trap.listen(0, "127.0.0.1", () => resolve())
    );
    try {
      const url = `http://127.0.0.1:${(trap.address() as AddressInfo).port}`;
      const config =
        `[default]\nendpoint_url = ${url}\nservices = local\nuse_dualstack_endpoint = true\n[services local]\nsso =\n  endpoint_url = ${url}\nsso_oidc =\n  endpoint_url = ${url}\n${usualConfig}`;
      await using set = await scene({ config, env: { AWS_ENDPOINT_URL: url } });
      assert.equal(
        (await awscfg(set, "login", "corp", "--device-code")).status,
        0,
      );
      // And without the service's own variables neither: nothing is reached at all, since the proxy is dead.
      const { AWS_ENDPOINT_URL_SSO: _, AWS_ENDPOINT_URL_SSO_OIDC: __, ...env } =
        set.env;
      const proxy = await testProxy(1);
      const ran = await run([
        ...program.command,
        "login",
        "corp",
        "--force",
        "--device-code",
      ], { env: { ...env, HTTPS_PROXY: proxy.url } });
      await proxy.close();
      assert.equal(ran.status, 2);
      assert.deepEqual([...new Set(proxy.targets)], [
        "oidc.eu-central-1.amazonaws.com:443",
      ]);
      assert.deepEqual(asked, []);
    } finally {
      trap.close();
    }
  },
);

sideBySide(
  "through a proxy with a password, trusting a private authority alone",
  async ({ program }) => {
    const openssl = peer("openssl");
    if (!openssl) return;
    await using set = await scene();
    const hosts = [
      "oidc.eu-central-1.amazonaws.com",
      "portal.sso.eu-central-1.amazonaws.com",
    ];
    const { bundle, key, cert } = certificates(openssl[0], {
      folder: set.home,
      hosts,
    });
    await using service = await standIn({ key, cert });
    service.state.interval = 0;
    for (const [id, account] of set.service.state.accounts) {
      service.state.accounts.set(id, account);
    }
    const proxy = await testProxy(service.port, { password: "me:hunter2" });
    const env = {
      HOME: set.home,
      HTTPS_PROXY: proxy.url.replace("//", "//me:hunter2@"),
    };
    const go = async (
      more: Record<string, string>,
      ...args: readonly string[]
    ) => {
      const ran = await run([...program.command, "login", "corp", ...args], {
        env: { ...env, ...more },
      });
      holdsNoSecret(ran);
      assert.doesNotMatch(ran.stdout + ran.stderr, /hunter2/);
      return ran;
    };
    try {
      // The page of the code is that of the stand-in, and so https.
      const untrusted = await go({});
      assert.equal(untrusted.status, 2);
      assert.match(
        untrusted.stderr,
        /certificate is not trusted.*set AWS_CA_BUNDLE/,
      );
      const bad = await go({ AWS_CA_BUNDLE: bundle, HTTPS_PROXY: proxy.url });
      assert.match(bad.stderr, /The proxy asks for a user name and a password/);
      const good = await go({ AWS_CA_BUNDLE: bundle });
      assert.equal(good.status, 0, good.stderr);
      assert.deepEqual(
        [...new Set(proxy.targets)].sort(),
        hosts.map((host) => `${host}:443`),
      );
      writeFileSync(
        join(set.home, ".aws", "config"),
        usualConfig.replace(
          "[profile prod]",
          `[profile prod]\nca_bundle = ${bundle}`,
        ),
      );
      assert.equal(
        (await go({}, "--check")).status,
        0,
        "ca_bundle of a profile",
      );
      const missing = await go({ AWS_CA_BUNDLE: "/nowhere.pem" });
      assert.match(
        missing.stderr,
        /AWS_CA_BUNDLE names "\/nowhere\.pem", which cannot be read/,
      );
      const direct = await go({
        AWS_CA_BUNDLE: bundle,
        NO_PROXY: "amazonaws.com",
        HTTPS_PROXY: "http://127.0.0.1:1",
        AWS_ENDPOINT_URL_SSO: service.url,
        AWS_ENDPOINT_URL_SSO_OIDC: service.url,
      }, "--check");
      assert.match(
        direct.stderr,
        /certificate is not trusted/,
        "the name differs, and this machine needs no proxy",
      );
    } finally {
      await proxy.close();
    }
  },
);

sideBySide(
  "a network that comes and goes while the code is waited for, and one that is gone",
  async ({ awscfg }) => {
    await using set = await scene();
    set.service.fault = ({ operation }, count) =>
      operation !== "CreateToken"
        ? undefined
        : [undefined, "hang up", oidcError("server_error"), {
          delay: 500,
        }][count] as "hang up" | undefined;
    const { status, stderr } = await awscfg(
      set,
      "login",
      "corp",
      "--device-code",
    );
    assert.equal(status, 0, stderr);
    await set.service.close();
    const gone = await awscfg(set, "login", "corp", "--force", "--device-code");
    assert.equal(gone.status, 2);
    assert.match(
      gone.stderr,
      /awscfg: corp: Identity Center in region "eu-central-1" is not reached .*: check the network, HTTPS_PROXY and sso_region\n$/,
    );
  },
);
