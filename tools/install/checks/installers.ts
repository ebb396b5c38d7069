import assert from "node:assert/strict";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { type Check, NotTried } from "../check.ts";
import { command } from "../command.ts";
import { open, platform, served, sh, withoutGetconf } from "../install_sh.ts";
import { needed } from "../needed.ts";
import { released } from "../released.ts";

/** `install.sh` against a server on this machine. */
export const installers: readonly Check[] = [
  {
    name: "install.sh installs, and says where",
    run: (place) =>
      served(released(place), (address) => {
        const home = place.folder();
        const install = () =>
          sh(place, ["--address", address], { env: { HOME: home } }).err;
        const said = install();
        const file = join(home, ".local/bin/awscfg");
        assert.ok(
          said.includes(`installed awscfg ${place.version} as ${file}`),
        );
        assert.match(said, /is not in PATH yet/);
        assert.equal(
          command([file, "--version"]).out,
          `awscfg ${place.version}\n`,
        );
        install();
        assert.deepEqual(readdirSync(join(home, ".local/bin")), ["awscfg"]);
        return "twice, without sudo";
      }),
  },
  {
    name: "install.sh refuses a corrupted archive",
    run: (place) => {
      const copy = place.folder();
      cpSync(released(place), copy, { recursive: true });
      const name = `awscfg-${place.version}-${platform()}.tar.gz`;
      const bytes = readFileSync(join(copy, name));
      bytes[bytes.length >> 1] ^= 1;
      writeFileSync(join(copy, name), bytes);
      return served(copy, (address) => {
        const dir = place.folder();
        const { err } = sh(place, ["--dir", dir, "--address", address], {
          status: 1,
        });
        assert.match(err, /is not what SHA256SUMS says: nothing was installed/);
        assert.deepEqual(readdirSync(dir), []);
        return "and installs nothing";
      });
    },
  },
  {
    name: "install.sh as another user, without write permission",
    run: (place) => {
      if (process.getuid?.() !== 0) throw new NotTried("this user is not root");
      return served(released(place), (address) => {
        const closed = place.folder();
        chmodSync(closed, 0o755);
        const script = join(open(place), "install.sh");
        const { err } = command([
          "setpriv",
          "--reuid=65534",
          "--clear-groups",
          "sh",
          script,
          "--dir",
          closed,
          "--address",
          address,
        ], { status: 1 });
        assert.match(err, /^awscfg: You may not write to .*--dir DIR\n$/);
        assert.deepEqual(readdirSync(closed), []);
        return "one line, and nothing written";
      });
    },
  },
  {
    name: "install.sh names what is missing",
    run: (place) =>
      served(place.folder(), (address) => {
        const dir = place.folder();
        const at = ["--dir", dir, "--address", address];
        assert.match(
          sh(place, at, { status: 1 }).err,
          /SHA256SUMS cannot be fetched\n$/,
        );
        assert.match(sh(place, ["--dri"], { status: 1 }).err, /no option/);
        const musl = place.folder();
        mkdirSync(join(musl, "lib"));
        writeFileSync(join(musl, "lib/ld-musl-x86_64.so.1"), "");
        const env = { AWSCFG_TEST_ROOT: musl, PATH: withoutGetconf(place) };
        assert.match(
          sh(place, at, { status: 1, env }).err,
          /^awscfg: libstdc\+\+ is missing/,
        );
        assert.ok(!existsSync(join(dir, "awscfg")));
        return "a file, an option, libstdc++ on musl";
      }),
  },
  {
    name: "install.ps1",
    run: () => {
      needed("powershell");
      return "found";
    },
  },
];
