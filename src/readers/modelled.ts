import type { Client } from "./view.ts";

/** The clients whose reader rests on a transcription of their source: the released package was never asked. */
export const modelled: ReadonlySet<Client> = new Set<Client>(["dotnet"]);
