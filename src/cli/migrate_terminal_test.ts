import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { peer } from "../login/testing/peer.ts";
import { programs, startProgram, temporaryFolder } from "./programs.ts";
import { contents, legacyFiles, writeHome } from "./testing/legacy_files.ts";

const terminal = fileURLToPath(
  new URL("../../conformance/login/terminal.py", import.meta.url),
);

for (const program of programs()) {
  for (
    const [typed, status, changes] of [
      ["\x03", 130, false],
      ["n", 1, false],
      ["\r", 0, true],
    ] as const
  ) {
    Deno.test(`${program.name}: migrate --write asks once on a terminal: ${JSON.stringify(typed)} ends with ${status}`, async () => {
      const python = peer("python");
      if (!python) return;
      const cwd = temporaryFolder();
      const folder = writeHome(cwd);
      const child = startProgram(program, ["migrate", "--write"], {
        cwd,
        write: true,
        stdin: "piped",
        before: [...python, terminal, "100"],
        env: { TERM: "xterm" },
      });
      const input = child.stdin.getWriter();
      let shown = "";
      let asked = false;
      const decoder = new TextDecoder();
      for await (const piece of child.stdout) {
        shown += decoder.decode(piece, { stream: true });
        if (asked || !/Write .*\?/.test(shown)) continue;
        asked = true;
        await input.write(new TextEncoder().encode(typed));
      }
      await input.close().catch(() => {});
      assert.equal((await child.status).code, status, shown);
      await new Response(child.stderr).text();
      assert.ok(asked);
      const changed = contents(folder).config !== legacyFiles.config;
      assert.equal(changed, changes);
    });
  }
}
