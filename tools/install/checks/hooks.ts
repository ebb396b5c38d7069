import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import type { Check, Place } from "../check.ts";
import { command } from "../command.ts";
import { git } from "../fresh_clone.ts";
import { needed } from "../needed.ts";

const tools: readonly (readonly [string, string])[] = [
  ["pre-commit-debian", "npm-10"],
  ["pre-commit-debian", "npm-11"],
  ["pre-commit", "npm-10"],
  ["pre-commit", "npm-11"],
  ["prek", "npm-10"],
  ["prek", "npm-11"],
];

/** The hooks of a clone's tag, by the real programs, on two versions of npm. */
export const hooks: readonly Check[] = tools.map(([tool, npm]) => ({
  name: `hooks by ${tool}, ${npm.replace("-", " ")}`,
  run: (place) => {
    const program = needed(tool);
    const path = `${needed(npm)}:${process.env.PATH}`;
    return tryHooks(place, { program, path });
  },
}));

function tryHooks(
  { clone, version, folder }: Place,
  { program, path }: { readonly program: string; readonly path: string },
): string {
  const repo = folder();
  const store = folder();
  const env = {
    PATH: path,
    PRE_COMMIT_HOME: store,
    PREK_HOME: store,
    GIT_AUTHOR_NAME: "A Person",
    GIT_AUTHOR_EMAIL: "person@example.com",
    GIT_COMMITTER_NAME: "A Person",
    GIT_COMMITTER_EMAIL: "person@example.com",
  };
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(repo, name)), { recursive: true });
    writeFileSync(join(repo, name), text);
    git(repo, "add", name);
  };
  const settings = (args: string) =>
    write(
      ".pre-commit-config.yaml",
      `repos:
  - repo: ${clone}
    rev: v${version}
    hooks:
      - id: awscfg-lint${args}
      - id: awscfg-migrate
`,
    );
  const commit = (status: number) => {
    const { out, err } = command(["git", "commit", "--message=x"], {
      cwd: repo,
      env,
      status,
    });
    return out + err;
  };
  git(repo, "init", "--quiet");
  settings("");
  command([program, "install"], { cwd: repo, env });

  // A bad file stops the commit, a good one does not.
  write("aws/config", "[profile dev]\nregion = us_east_1\n");
  assert.match(commit(1), /region-invalid/);
  write("aws/config", "[profile dev]\nregion = us-east-1\n");
  commit(0);

  // Both files are read together, though one alone is committed.
  const role = "role_arn = arn:aws:iam::123456789011:role/Deploy\n";
  write(
    "aws/config",
    `[profile deploy]\n${role}source_profile = base\nregion = us-east-1\n`,
  );
  assert.match(commit(1), /source-profile-undefined/);
  git(repo, "reset", "--quiet", "--hard");
  write("aws/credentials", key("base"));
  commit(0);
  write(
    "aws/config",
    `[profile deploy]\n${role}source_profile = base\nregion = us-east-1\n\n[profile base]\nregion = us-east-1\n`,
  );
  commit(0);

  // Files that have nothing to do with AWS are not touched.
  write("ssh/config", "Host *\n  region = us_east_1\n");
  write("config", "[profile dev]\nregion = us_east_1\n");
  write("aws/config.bak", "[profile dev]\nregion = us_east_1\n");
  commit(0);

  // The legacy format stops it.
  const portal = "https://my-sso-portal.awsapps.com/start";
  write(
    ".aws/config",
    `[profile old]\nsso_start_url = ${portal}\nsso_region = us-east-1\nsso_account_id = 123456789011\nsso_role_name = ReadOnly\nregion = us-east-1\n`,
  );
  assert.match(commit(1), /migrate/);
  git(repo, "rm", "--quiet", "--force", ".aws/config");
  rmSync(join(repo, ".aws"), { recursive: true, force: true });

  // A repair stops it once; the user stages the result.
  settings("\n        args: [--fix]");
  write("aws/config", "[profile dev]\nregion = us_east_1\n");
  commit(1);
  assert.match(readFileSync(join(repo, "aws/config"), "utf8"), /us-east-1/);
  git(repo, "add", "aws/config");
  commit(0);
  return `${
    command([program, "--version"]).out.trim()
  }: stopped, passed, repaired`;
}

/** An access key of the shape that real ones have. */
function key(profile: string): string {
  return `[${profile}]\naws_access_key_id = AKIAQWERTYUIOPASDFGH\naws_secret_access_key = ${
    "aB3".repeat(13)
  }x\n`;
}
