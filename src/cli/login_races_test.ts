import assert from "node:assert/strict";
import { readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { scene } from "../login/testing/scene.ts";
import { run, start } from "./testing/program.ts";
import { sideBySide } from "./testing/side_by_side.ts";

sideBySide(
  "two at once give one sign-in and a whole cache file",
  async ({ program }) => {
    await using set = await scene();
    set.service.state.polls = [
      "pending",
      "pending",
      "pending",
      "pending",
      "pending",
      "granted",
    ];
    set.service.state.interval = 1;
    const command = [
      ...program.command,
      "login",
      "corp",
      "--force",
      "--device-code",
    ];
    const runs = await Promise.all(
      [1, 2, 3].map(() => run(command, { env: set.env })),
    );
    assert.deepEqual(
      runs.map(({ status }) => status),
      [0, 0, 0],
      runs.map(({ stderr }) => stderr).join(),
    );
    assert.equal(set.service.of("StartDeviceAuthorization").length, 1);
    assert.equal(
      runs.filter(({ stderr }) =>
        /Another awscfg signs in to corp: waiting/.test(stderr)
      ).length,
      2,
    );
    assert.deepEqual(
      set.cacheFiles().filter((name) => !name.endsWith(".json")),
      [],
    );
    assert.equal(
      set.service.state.bearers.has(set.token("corp").accessToken),
      true,
    );
  },
);

sideBySide(
  "killed at any point, it leaves files that are whole",
  async ({ awscfg, program }) => {
    await using set = await scene();
    assert.equal(
      (await awscfg(set, "login", "corp", "--device-code", "--no-verify"))
        .status,
      0,
    );
    const operations = [
      "RegisterClient",
      "StartDeviceAuthorization",
      "CreateToken",
      "ListAccounts",
      "GetRoleCredentials",
    ];
    const moments = operations.flatMap((operation) =>
      [0, 8].map((after) => ({ operation, after }))
    );
    for (const { operation, after } of moments) {
      // A dead run's lock is waited for, which lock_test.ts has; a registration would be used again.
      for (const name of set.cacheFiles()) {
        if (
          name.endsWith("lock") || statSync(join(set.cache, name)).size < 300
        ) rmSync(join(set.cache, name));
      }
      const asked = set.service.of(operation).length;
      const { kill, ended } = start([
        ...program.command,
        "login",
        "corp",
        "--force",
        "--device-code",
      ], { env: set.env });
      set.service.fault = (one, count) => {
        if (one.operation === operation && count > asked) {
          setTimeout(kill, after);
        }
        return undefined;
      };
      await ended;
      for (
        const name of set.cacheFiles().filter((one) => one.endsWith(".json"))
      ) JSON.parse(readFileSync(join(set.cache, name), "utf8"));
      assert.ok(set.token("corp").accessToken);
    }
  },
);
