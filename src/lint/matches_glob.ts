// @ts-types="npm:@types/picomatch@4.0.3"
import picomatch from "picomatch";

/** Whether a path, written with `/`, matches one of the globs; one without a `/` matches base names. */
export function matchesGlob(
  globs: readonly string[],
  paths: readonly string[],
): boolean {
  const matches = picomatch(
    globs.map((glob) => glob.includes("/") ? glob : `**/${glob}`),
    { dot: true },
  );
  return paths.some((path) => matches(path));
}
