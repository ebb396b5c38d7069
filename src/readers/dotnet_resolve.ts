// PLACEHOLDER so that the tree compiles: overwrite this file.
export { resolveGo as resolveDotnet } from "./go_resolve.ts";
