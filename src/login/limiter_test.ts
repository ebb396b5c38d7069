import assert from "node:assert/strict";
import { limiter } from "./limiter.ts";

Deno.test("limiter() keeps to what may run at a time and start in a second", async () => {
  const { run } = limiter({ parallel: 3, perSecond: 40 });
  const starts: number[] = [];
  let running = 0;
  let most = 0;
  await Promise.all(Array.from({ length: 60 }, () =>
    run(async () => {
      starts.push(performance.now());
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 10));
      running--;
    })));
  assert.ok(most <= 3);
  for (let at = 40; at < starts.length; at++) {
    assert.ok(starts[at] - starts[at - 40] >= 999, "41 starts within a second");
  }
});

Deno.test("limiter() goes on after a call that throws", async () => {
  const { run } = limiter({ parallel: 1, perSecond: 1000 });
  await assert.rejects(run(() => Promise.reject(new Error("x"))));
  assert.equal(await run(() => Promise.resolve(1)), 1);
});

Deno.test("limiter() holds all back when it is told to rest", async () => {
  const { run, rest } = limiter({ parallel: 5, perSecond: 1000 });
  rest(200);
  const from = performance.now();
  await run(() => Promise.resolve());
  assert.ok(performance.now() - from >= 190);
});
