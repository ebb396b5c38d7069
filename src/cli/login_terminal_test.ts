import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { peer } from "../login/testing/peer.ts";
import { scene } from "../login/testing/scene.ts";
import { run, start } from "./testing/program.ts";
import { holdsNoSecret, sideBySide } from "./testing/side_by_side.ts";

const terminal = fileURLToPath(
  new URL("../../conformance/login/terminal.py", import.meta.url),
);

sideBySide("PKCE with a real browser", async ({ program }) => {
  const chromium = peer("chromium");
  if (!chromium) return;
  await using set = await scene({ env: { DISPLAY: ":0" } });
  set.service.state.consent = "page";
  const browser = join(set.home, "browser");
  const dom = join(set.home, "page.html");
  writeFileSync(
    browser,
    `#!/bin/sh\ntimeout 40 '${
      chromium[0]
    }' --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --disable-dev-shm-usage --host-resolver-rules='MAP * ~NOTFOUND, EXCLUDE 127.0.0.1' --user-data-dir='${set.home}/profile' --timeout=15000 --virtual-time-budget=5000 --dump-dom "$1" > '${dom}.new' 2>/dev/null && mv '${dom}.new' '${dom}'\n`,
    { mode: 0o755 },
  );
  const ran = await run([...program.command, "login", "corp"], {
    env: { ...set.env, BROWSER: `${browser} %s` },
  });
  holdsNoSecret(ran);
  assert.equal(ran.status, 0, ran.stderr);
  assert.equal(set.service.of("Authorize").length, 1, "one tab");
  for (let tries = 0; !existsSync(dom) && tries < 500; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.match(
    readFileSync(dom, "utf8"),
    /<h1>Signed in<\/h1>\s*<p>awscfg is signed in to corp\. You can close this tab\.<\/p>/,
  );
  assert.ok(set.token("corp").refreshToken);
});

sideBySide(
  "a code on a terminal: QR code, time left, table; Ctrl-C is 130",
  async ({ program }) => {
    const python = peer("python");
    if (!python) return;
    await using set = await scene({ env: { TERM: "xterm-256color" } });
    set.service.state.interval = 1;
    set.service.state.polls = ["pending", "granted"];
    const command = (
      columns: number,
      ...args: readonly string[]
    ) => [...python, terminal, String(columns), ...program.command, ...args];
    const wide = await run(command(100, "login", "corp", "--device-code"), {
      env: set.env,
    });
    holdsNoSecret(wide);
    assert.equal(wide.status, 0, wide.stdout);
    assert.match(wide.stdout, /▀.*█/);
    assert.match(wide.stdout, /Waiting for the browser \(9:5\d left\)/);
    assert.match(wide.stdout, /Verifying [█░]+ 2\/2/);
    assert.match(wide.stdout, /prod +111111111111 \(production\) +Admin +ok/);
    set.service.state.polls = ["pending"];
    const asked = set.service.of("CreateToken").length;
    const narrow = start(
      command(30, "login", "corp", "--device-code", "--force"),
      { env: set.env },
    );
    await set.service.until("CreateToken", asked + 1);
    await narrow.type("\u0003");
    const { status, stdout } = await narrow.ended;
    assert.equal(status, 130, stdout);
    assert.doesNotMatch(stdout, /▀/);
    assert.deepEqual(
      set.cacheFiles().filter((name) => !name.endsWith(".json")),
      [],
      "no lock is left",
    );
  },
);

sideBySide(
  "a choice on a terminal; Ctrl-C there is 130 too",
  async ({ program }) => {
    const python = peer("python");
    if (!python) return;
    await using set = await scene({ env: { TERM: "xterm-256color" } });
    for (
      const [typed, expected] of [["\u001b[B\r", 0], ["\u0003", 130]] as const
    ) {
      const running = start([
        ...python,
        terminal,
        "100",
        ...program.command,
        "login",
        "--device-code",
        "--no-verify",
      ], { env: set.env });
      while (!/sign in to\?[^]*old\.awsapps/.test(running.seen())) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
      await running.type(typed);
      const { status, stdout } = await running.ended;
      assert.equal(status, expected, stdout);
    }
    assert.ok(existsSync(set.tokenFile("https://old.awsapps.com/start")));
  },
);
