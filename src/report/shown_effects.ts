import type { Effects, Status } from "../lint/effect.ts";
import { maskLine, maskValue } from "../model/mask.ts";
import { type Client, clients } from "../readers/view.ts";

/** What a client makes of a place, as anybody may see it. */
export interface ShownEffect {
  readonly status: Status;
  readonly refuses?: "file" | "profile" | "value";
  /** The value that is read, for `different`, masked. */
  readonly reads?: string;
}

/** What every client makes of a place. */
export type ShownEffects = Readonly<Record<Client, ShownEffect>>;

/** Takes the secrets out of what the clients read. */
export function shownEffects(
  effects: Effects,
  hidden: (text: string) => string,
): ShownEffects {
  return Object.fromEntries(clients.map((client) => {
    const { status, refuses, reads, key = "" } = effects[client];
    return [client, {
      status,
      ...(refuses ? { refuses } : {}),
      ...(reads === undefined ? {} : { reads: hidden(safe(key, reads)) }),
    }];
  })) as Record<Client, ShownEffect>;
}

/** What a client reads may run on over lines of which each has a key and a secret of its own. */
function safe(key: string, value: string): string {
  const [first, ...rest] = value.split(/\r\n?|\n/);
  return [maskValue(key, first), ...rest.map(maskLine)].join("\n");
}
