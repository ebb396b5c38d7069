import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { targets } from "../../release/targets.ts";
import { type Check, NotTried } from "../check.ts";
import { command } from "../command.ts";
import { needed } from "../needed.ts";
import { bareRoot } from "../bare_root.ts";
import { release, released, unpacked } from "../released.ts";
import { validSbom } from "../valid_sbom.ts";

/** The archives of a release, and the binaries in them, as far as they can be run here. */
export const binaries: readonly Check[] = [
  {
    name: "binaries: all platforms are built",
    run: (place) => {
      const from = released(place);
      command(["sha256sum", "--check", "--strict", "SHA256SUMS"], {
        cwd: from,
      });
      const sizes = targets.map(({ name, windows }) => {
        const folder = unpacked(place, name);
        const names = readdirSync(folder);
        for (const one of ["LICENSE", "LICENSES-OF-OTHERS.txt", "README.txt"]) {
          assert.ok(names.includes(one), `${name} has no ${one}`);
        }
        assert.equal(readdirSync(join(folder, "completions")).length, 4);
        assert.ok(readdirSync(join(folder, "man")).includes("awscfg-lint.1"));
        assert.equal(
          /libstdc\+\+/.test(readFileSync(join(folder, "README.txt"), "utf8")),
          name.endsWith("musl"),
        );
        const file = join(folder, windows ? "awscfg.exe" : "awscfg");
        return `${name} ${(statSync(file).size / 1e6).toFixed(0)} MB`;
      });
      return sizes.join(", ");
    },
  },
  {
    name: "binaries: a second build is the same",
    run: (place) => {
      const again = release(place, ["--only", "linux-x64,windows-x64"]);
      const name = `awscfg-${place.version}-`;
      for (
        const file of [
          `${name}linux-x64.tar.gz`,
          `${name}windows-x64.zip`,
          `awscfg-${place.version}.cdx.json`,
        ]
      ) {
        assert.ok(
          readFileSync(join(again, file)).equals(
            readFileSync(join(released(place), file)),
          ),
          `${file} differs`,
        );
      }
      return "byte for byte, for Linux x64 and Windows x64";
    },
  },
  {
    name: "binaries: no path of the machine is in them",
    run: (place) => {
      for (const { name, windows } of targets) {
        const text = readFileSync(
          join(unpacked(place, name), windows ? "awscfg.exe" : "awscfg"),
          "latin1",
        );
        for (const path of [place.root, place.clone, process.env.HOME + "/."]) {
          assert.ok(!text.includes(path), `${name} holds ${path}`);
        }
        // The runtime itself has words such as /.pnpm/node_modules/.
        const [stray] = [
          ...text.matchAll(
            /\/(?:Users|builds?|home|mnt|opt|root|srv|tmp|usr|var|work)(?:\/[\w.@+-]+)*\/node_modules\//g,
          ),
        ].filter(([path]) => !path.startsWith("/tmp/awscfg-release/"));
        assert.ok(!stray, `${name} holds ${stray?.[0]}`);
      }
      return "neither the clone, nor the home folder, nor where packages were";
    },
  },
  {
    name: "binaries: Linux x64 in a root with only libc and /proc",
    run: (place) => {
      const root = bareRoot(
        place.folder(),
        join(unpacked(place, "linux-x64"), "awscfg"),
      );
      writeFileSync(join(root, "config"), "[profile dev]\nregion = x\n");
      const inside = (script: string, status = 0) =>
        command(["unshare", "--mount", "sh", "-c", script, "sh", root], {
          status,
        });
      const proc = 'mount -t proc proc "$1/proc" && exec chroot "$1" /awscfg ';
      try {
        inside('mount -t proc proc "$1/proc"');
      } catch {
        throw new NotTried("/proc cannot be mounted here");
      }
      assert.equal(inside(proc + "--version").out, `awscfg ${place.version}\n`);
      assert.match(inside(proc + "lint /config", 1).out, /region-invalid/);
      // The runtime aborts before the program begins; 134 is SIGABRT.
      const { status } = spawnStatus(["chroot", root, "/awscfg", "--version"]);
      assert.notEqual(status, 0);
      return `runs; without /proc the runtime aborts (status ${status}), as README says`;
    },
  },
  {
    name: "binaries: Linux arm64 under QEMU",
    run: (place) => {
      const qemu = needed("qemu-arm64");
      const file = join(unpacked(place, "linux-arm64"), "awscfg");
      const as = [qemu, "-L", "/usr/aarch64-linux-gnu", file];
      assert.equal(
        command([...as, "--version"]).out,
        `awscfg ${place.version}\n`,
      );
      command([...as, "lint", join(place.clone, "testdata/demo")], {
        status: 1,
      });
      return "--version and lint";
    },
  },
  ...["linux-x64-musl", "linux-arm64-musl", "darwin-x64", "darwin-arm64"]
    .concat(["windows-x64", "windows-arm64"]).map((name): Check => ({
      name: `binaries: ${name} is run`,
      run: () => {
        throw new NotTried(
          name.endsWith("musl")
            ? "built, not run: there is no libstdc++ for musl here"
            : "built, not run: this machine has another system",
        );
      },
    })),
  {
    name: "binaries: the list of contents is CycloneDX",
    run: (place) => validSbom(place),
  },
];

function spawnStatus(words: readonly string[]): { status: string } {
  const { out } = command(["sh", "-c", '"$@" >/dev/null 2>&1; echo $?', "sh"]
    .concat(words));
  return { status: out.trim() };
}
