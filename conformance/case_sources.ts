import type { Source } from "../src/model/document.ts";

/** The two files of a case, in base64; null where there is none. */
export interface CaseFiles {
  readonly config: string | null;
  readonly credentials: string | null;
}

/** The files of a case, under the paths that the recorded errors name. */
export function caseSources(files: CaseFiles): readonly Source[] {
  return (["config", "credentials"] as const).flatMap((kind) => {
    const text = files[kind];
    if (text === null) return [];
    const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    return [{ path: `/${kind}`, kind, bytes }];
  });
}
