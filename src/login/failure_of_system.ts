import type { Failure } from "./failure.ts";

/** What the system says of the cache: it is full, read-only, or another user's. */
export function failureOfSystem(error: unknown): Failure | undefined {
  const { code, path, dest } = error as {
    code?: string;
    path?: string;
    dest?: string;
  };
  if (typeof code !== "string" || !/^E[A-Z]+$/.test(code)) return undefined;
  const file = dest ?? path;
  return {
    code: "cache",
    message: `The token cache cannot be used${
      file ? `: ${file}` : ""
    } (${code})`,
  };
}
