import assert from "node:assert/strict";
import type { Scene } from "../../login/testing/scene.ts";
import { type Program, programs, type Ran, run } from "./program.ts";

/** Neither a token nor a secret, of whatever kind, may be shown; a client's id is part of the address to open. */
export function holdsNoSecret({ stdout, stderr }: Ran): void {
  assert.doesNotMatch(stdout + stderr, /SECRET-(?!client-id)|ASIA/);
  assert.doesNotMatch(stderr, /\n\s+at /, "no stack");
}

/** Runs a test with the program on Deno and with the compiled one, side by side. */
export function sideBySide(
  name: string,
  body: (tested: Tested) => Promise<void>,
): void {
  Deno.test(`awscfg: ${name} (${programs.map(({ name }) => name).join(", ")})`, async () => {
    const problems: string[] = [];
    await Promise.all(programs.map(async (program) => {
      const awscfg: Tested["awscfg"] = async (set, ...args) => {
        const ran = await run([...program.command, ...args], { env: set.env });
        holdsNoSecret(ran);
        return ran;
      };
      try {
        await body({ program, awscfg });
      } catch (error) {
        problems.push(`${program.name}: ${(error as Error).stack}`);
      }
    }));
    assert.equal(problems.length, 0, problems.join("\n"));
  });
}

/** A program under test. */
export interface Tested {
  readonly program: Program;
  readonly awscfg: (set: Scene, ...args: readonly string[]) => Promise<Ran>;
}
