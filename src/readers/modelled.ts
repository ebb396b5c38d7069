import type { Client } from "./view.ts";

/** Clients whose reader rests on a transcription of their parser, not on the released package. */
export const modelled: ReadonlySet<Client> = new Set(["dotnet"]);
