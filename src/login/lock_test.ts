import assert from "node:assert/strict";
import {
  mkdtempSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cacheName } from "./cache_folder.ts";
import { lock } from "./lock.ts";

async function inFolder(
  test: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "awscfg-lock-"));
  try {
    await test(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

Deno.test("lock() is held by one at a time, and leaves nothing behind", () =>
  inFolder(async (folder) => {
    let inside = 0;
    await Promise.all(Array.from({ length: 5 }, async () => {
      const held = (await lock("corp", { folder }))!;
      assert.equal(++inside, 1);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside--;
      held.release();
    }));
    assert.deepEqual(readdirSync(folder), []);
  }));

Deno.test("lock() takes over from a run that was killed", () =>
  inFolder(async (folder) => {
    const file = join(folder, `${cacheName("corp")}.awscfg-lock`);
    writeFileSync(file, "dead");
    const past = new Date(Date.now() - 60_000);
    utimesSync(file, past, past);
    const held = (await lock("corp", { folder }))!;
    assert.equal(held.waited, false);
    held.release();
    assert.deepEqual(readdirSync(folder), []);
  }));

Deno.test("lock() ends its wait when it is interrupted", () =>
  inFolder(async (folder) => {
    const held = (await lock("corp", { folder }))!;
    const stop = new AbortController();
    let waits = 0;
    const second = lock("corp", {
      folder,
      signal: stop.signal,
      onWait: () => waits++,
    });
    setTimeout(() => stop.abort(), 50);
    assert.equal(await second, undefined);
    assert.equal(waits, 1);
    held.release();
  }));
