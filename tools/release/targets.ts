/** A platform that a binary is built for. */
export interface Target {
  readonly name: string;
  /** What Bun calls it. */
  readonly bun: string;
  readonly windows: boolean;
  /** What a user of this platform must know. */
  readonly note: string;
}

const proc = "The program needs /proc: without it the runtime inside aborts.";
const stdcxx = "It needs libstdc++: apk add libstdc++.";

/** All platforms, each built from any of them. */
export const targets: readonly Target[] = [
  target("linux-x64", "For Linux on x86-64 with glibc 2.17 or newer. " + proc),
  target(
    "linux-arm64",
    "For Linux on 64-bit ARM with glibc 2.17 or newer. " + proc,
  ),
  target(
    "linux-x64-musl",
    `For Linux on x86-64 with musl, as Alpine. ${stdcxx} ${proc}`,
  ),
  target(
    "linux-arm64-musl",
    `For Linux on 64-bit ARM with musl, as Alpine. ${stdcxx} ${proc}`,
  ),
  target("darwin-x64", "For macOS on Intel."),
  target("darwin-arm64", "For macOS on Apple silicon."),
  target("windows-x64", "For Windows on x86-64."),
  target("windows-arm64", "For Windows on 64-bit ARM."),
];

function target(name: string, note: string): Target {
  return {
    name,
    bun: `bun-${name}`,
    windows: name.startsWith("windows"),
    note,
  };
}
