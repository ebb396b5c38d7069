import type { Arguments, UsageError } from "./arguments.ts";
import type { Format } from "./flags.ts";

/** A report that was asked for: in this format, to standard output or to a file. */
export interface Output {
  readonly format: Format;
  readonly file?: string;
}

/**
 * What `--format` and `--output-file` ask for. `--format sarif=x.sarif` goes to a file of its own, and
 * one format without a file to standard output, or to the file that `--output-file` names.
 */
export function outputsOf(
  flags: Arguments["flags"],
): readonly Output[] | UsageError {
  const named = (flags.get("format") ?? []).map(outputOf);
  const plain = named.filter(({ file }) => file === undefined);
  const filed = named.filter(({ file }) => file !== undefined);
  const file = flags.get("output-file")?.at(-1);
  if (plain.length > 1) {
    return {
      usage:
        `One format can go to standard output, not ${plain.length}: write --format ${
          plain.at(-1)!.format
        }=FILE for the others`,
    };
  }
  const outputs: Output[] = [
    ...plain.map(({ format }) =>
      file === undefined ? { format } : { format, file }
    ),
    ...filed,
  ];
  if (plain.length === 0 && (file !== undefined || filed.length === 0)) {
    outputs.unshift(
      file === undefined ? { format: "full" } : { format: "full", file },
    );
  }
  const files = outputs.flatMap(({ file }) => file ?? []);
  const twice = files.find((one, at) => files.indexOf(one) !== at);
  return twice === undefined
    ? outputs
    : { usage: `Two formats cannot go to one file: ${twice}` };
}

function outputOf(value: string): Output {
  const equals = value.indexOf("=");
  if (equals === -1) return { format: value as Format };
  return {
    format: value.slice(0, equals) as Format,
    file: value.slice(equals + 1),
  };
}
