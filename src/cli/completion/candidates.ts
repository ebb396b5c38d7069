import { rules } from "../../../rules/mod.ts";
import type { Command, Flag } from "../flags.ts";
import type { KnownNames } from "./known_names.ts";

/** What may stand in a place of the command line. */
export interface Candidate {
  readonly name: string;
  readonly about: string;
}

/** `files` is left to the shell, which knows them best. */
export type Candidates = "files" | readonly Candidate[];

/** What there is to choose from; read when it is asked for. */
export interface Choices {
  readonly commands: readonly Command[];
  readonly names: () => KnownNames;
}

const globalFlags: readonly Candidate[] = [
  { name: "--help", about: "Show help" },
  { name: "--version", about: "Show the version" },
];

/** What may stand where the last word is begun; `words` are those behind the program's name. */
export function candidates(
  words: readonly string[],
  choices: Choices,
): Candidates {
  const { commands } = choices;
  const [name] = words;
  const word = words.at(-1) ?? "";
  const commandNames = commands.map(({ name, summary }) => ({
    name,
    about: summary,
  }));
  if (words.length < 2) {
    if (word.startsWith("-")) return globalFlags;
    return [...commandNames, { name: "help", about: "Show help" }];
  }
  if (name === "help") return words.length === 2 ? commandNames : [];
  const command = commands.find((one) => one.name === name);
  if (!command) return [];
  const before = words.slice(1, -1);
  if (before.includes("--")) return operands(command, choices);
  const equals = /^--([^=]+)=/.exec(word);
  if (equals) {
    const flag = command.flags.find((one) => one.name === equals[1]);
    return flag?.value
      ? prefixed(equals[0], values(flag, choices), {
        flag,
        word: word.slice(equals[0].length),
      })
      : [];
  }
  const last = before.at(-1);
  const opened = command.flags.find((flag) =>
    flag.value &&
    (last === `--${flag.name}` || (flag.short && last === `-${flag.short}`))
  );
  if (opened) {
    return prefixed("", values(opened, choices), { flag: opened, word });
  }
  if (word.startsWith("-")) {
    return command.flags.map((flag) => ({
      name: `--${flag.name}`,
      about: flag.summary,
    }));
  }
  return operands(command, choices);
}

/** Behind `--flag=`, and behind the last comma of a list, the whole word is offered. */
function prefixed(
  before: string,
  among: Candidates,
  { flag, word }: { readonly flag: Flag; readonly word: string },
): Candidates {
  if (among === "files") return before === "" ? among : [];
  const given = flag.list ? word.slice(0, word.lastIndexOf(",") + 1) : "";
  const used = new Set(given.split(","));
  return among.filter(({ name }) => !used.has(name)).map((one) => ({
    ...one,
    name: before + given + one.name,
  }));
}

function values(flag: Flag, { names }: Choices): Candidates {
  if (flag.choices) return plain(flag.choices);
  if (flag.value === "FILE" || flag.value === "PATH") return "files";
  if (flag.value === "RULES") {
    return [...ruleIds(), { name: "all", about: "Every rule" }];
  }
  if (flag.name === "profile") return plain(names().profiles, "profile");
  if (flag.name === "session-name") return plain(names().sessions, "session");
  return [];
}

function operands({ operands = "" }: Command, { names }: Choices): Candidates {
  if (operands.includes("PATH")) return "files";
  if (operands.includes("RULE")) return ruleIds();
  if (operands.includes("PROFILE")) return plain(names().profiles, "profile");
  if (operands.includes("NAME")) {
    const { profiles, sessions } = names();
    return [
      ...plain(sessions, "session"),
      ...plain(profiles.filter((one) => !sessions.includes(one)), "profile"),
    ];
  }
  if (operands.includes("SHELL")) {
    return plain(["bash", "fish", "powershell", "zsh"]);
  }
  return [];
}

function ruleIds(): readonly Candidate[] {
  return rules.map(({ id, summary }) => ({ name: id, about: summary }));
}

function plain(all: readonly string[], about = ""): readonly Candidate[] {
  return all.map((name) => ({ name, about }));
}
