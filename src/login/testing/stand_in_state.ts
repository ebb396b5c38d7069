/** The grant of a device code. */
export const DEVICE = "urn:ietf:params:oauth:grant-type:device_code";

/** A client that was registered. */
export interface Client {
  readonly secret: string;
  readonly scopes: readonly string[];
  readonly grantTypes: readonly string[];
  readonly redirectUris: readonly string[];
  readonly issuerUrl?: string;
}

/** What a code, a refresh token or a device code stands for. */
export interface Grantable {
  readonly clientId: string;
  readonly session: string;
  readonly redirectUri?: string;
  readonly challenge?: string;
}

/** An access token. */
export interface Bearer {
  readonly session: string;
  readonly scopes: readonly string[];
  readonly until: number;
}

/** What polling for a device code comes to, one word for each poll; the last one stays. */
export type Poll =
  | "pending"
  | "slow-down"
  | "denied"
  | "expired"
  | "server-error"
  | "granted";

/** All that the service knows, and how it behaves; tests change it as they like. */
export interface StandInState {
  readonly clients: Map<string, Client>;
  readonly codes: Map<string, Grantable>;
  readonly devices: Map<string, Grantable & { polls: number }>;
  readonly refreshTokens: Map<string, Grantable>;
  readonly bearers: Map<string, Bearer>;
  /** Sessions that were signed out. */
  readonly ended: Set<string>;
  /** Accounts with their names and the roles that are assigned. */
  readonly accounts: Map<string, { name?: string; roles: readonly string[] }>;
  startUrls: readonly string[] | undefined;
  polls: readonly Poll[];
  /** Seconds. */
  tokenLife: number;
  deviceLife: number;
  interval: number;
  registrationLife: number;
  /** Whether a refresh gives a new refresh token, or none. */
  rotates: boolean;
  /** What the page of the browser does: go on at once, show a page that a script confirms, deny, or come back wrong. */
  consent: "redirect" | "page" | "deny" | "wrong-state" | "never";
  /** Errors with the fields of OAuth alone, as a service without the AWS header would send. */
  plainErrors: boolean;
  pageSize: number;
  next: number;
}

/** A service that nobody has asked anything. */
export function newState(): StandInState {
  return {
    clients: new Map(),
    codes: new Map(),
    devices: new Map(),
    refreshTokens: new Map(),
    bearers: new Map(),
    ended: new Set(),
    accounts: new Map(),
    startUrls: undefined,
    polls: ["granted"],
    tokenLife: 3600,
    deviceLife: 600,
    interval: 1,
    registrationLife: 90 * 86_400,
    rotates: true,
    consent: "redirect",
    plainErrors: false,
    pageSize: 100,
    next: 1,
  };
}

/** A secret that no other run has given out, and that tests find wherever it leaks. */
export function fresh(state: StandInState, what: string): string {
  return `SECRET-${what}-${state.next++}-${crypto.randomUUID()}`;
}
