import assert from "node:assert/strict";
import fc from "fast-check";
import { cacheName } from "./cache_folder.ts";
import {
  formatTime,
  formatToken,
  isRefreshable,
  parseTime,
  parseToken,
  type Token,
} from "./token.ts";

const now = new Date("2026-11-22T16:04:02Z");
const full: Token = {
  accessToken: "a",
  expiresAt: now,
  startUrl: "https://corp.awsapps.com/start",
  region: "eu-central-1",
  clientId: "i",
  clientSecret: "s",
  registrationExpiresAt: new Date("2027-02-20T08:04:02Z"),
  refreshToken: "r",
};

Deno.test("formatToken() writes the eight fields of the AWS CLI in its order", () => {
  assert.equal(
    formatToken(full),
    '{"startUrl":"https://corp.awsapps.com/start","region":"eu-central-1","accessToken":"a","expiresAt":"2026-11-22T16:04:02Z",' +
      '"clientId":"i","clientSecret":"s","registrationExpiresAt":"2027-02-20T08:04:02Z","refreshToken":"r"}',
  );
});

Deno.test("parseToken() reads back what formatToken() wrote", () => {
  const text = fc.string({ minLength: 1 });
  const time = fc.date({
    min: new Date("1970-01-01"),
    max: new Date("2100-01-01"),
    noInvalidDate: true,
  }).map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
  fc.assert(
    fc.property(text, time, text, (accessToken, expiresAt, refreshToken) => {
      const token = { ...full, accessToken, expiresAt, refreshToken };
      assert.deepEqual(parseToken(formatToken(token)), token);
    }),
  );
});

Deno.test("parseToken() reads the dates of every client, and no other file", () => {
  for (
    const text of [
      "2026-11-22T16:04:02Z",
      "2026-11-22T16:04:02.000Z",
      "2026-11-22T16:04:02+00:00",
      "2026-11-22T16:04:02UTC",
    ]
  ) {
    assert.deepEqual(
      parseToken(JSON.stringify({ accessToken: "a", expiresAt: text }))
        ?.expiresAt,
      now,
      text,
    );
  }
  for (
    const text of [
      "",
      "{",
      "null",
      "[]",
      "7",
      '{"accessToken":"a"}',
      '{"accessToken":"a","expiresAt":"soon"}',
      '{"clientId":"a","expiresAt":"2026-11-22T16:04:02Z"}',
    ]
  ) assert.equal(parseToken(text), undefined, text);
});

Deno.test("parseToken() never throws", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
    parseToken(text);
  }));
});

Deno.test("formatTime() gives whole seconds and Z", () => {
  assert.equal(
    formatTime(new Date("2026-11-22T16:04:02.987Z")),
    "2026-11-22T16:04:02Z",
  );
  assert.equal(parseTime(undefined), undefined);
});

Deno.test("isRefreshable() needs a client that is still registered", () => {
  assert.ok(isRefreshable(full, now));
  assert.ok(!isRefreshable({ ...full, refreshToken: undefined }, now));
  assert.ok(!isRefreshable({ ...full, clientSecret: undefined }, now));
  assert.ok(
    !isRefreshable({ ...full, registrationExpiresAt: new Date(0) }, now),
  );
});

Deno.test("cacheName() is that of the AWS clients", () => {
  assert.equal(cacheName("corp"), "ee0bfd2552fbd840c02cc48b6e823320543c450f");
  assert.equal(
    cacheName("https://ssotest.awsapps.com/start"),
    "dace00cba5f8355ec9d274ceb2bcebdfbeed0e12",
  );
});
