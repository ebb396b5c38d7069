/** The version of the program, as in `deno.json`. */
export const version: string = "0.1.0";
