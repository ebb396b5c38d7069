import type { Document, Property, Section } from "../model/document.ts";
import type { Client, View } from "../readers/view.ts";
import type { Resolution } from "../readers/resolve.ts";
import type { Fix } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import type { Index } from "./index.ts";
import type { Suppression } from "./suppress.ts";

/** How bad a finding is. The exit status counts from a chosen one on. */
export type Severity = "error" | "warning" | "info";

/** One mistake: its prose, its examples, its check. A file in `rules/` is one of these. */
export interface Rule {
  /** The wrong thing in kebab case, so that "ignore ID" makes sense. The file is named after it. */
  readonly id: string;
  readonly severity: Severity;
  /** Runs only when it is selected by name. */
  readonly default?: "off";
  /** One sentence for tables, without a full stop. */
  readonly summary: string;
  /** Markdown: what goes wrong for the user, what to do, links to real reports. */
  readonly why: string;
  /** Rules whose finding on the same line silences this one: one mistake, one finding. */
  readonly yields?: readonly string[];
  /** May be trusted in a file that is a template: it looks at one literal value alone. */
  readonly templates?: true;
  /** Speaks of files that are no text or no AWS files, where all other rules are silent. */
  readonly foreign?: true;
  /** Runs after all others, when it is known which suppressions silenced something. */
  readonly late?: true;
  /** Tests, page and `explain`; never evaluated while linting. */
  readonly examples: () => readonly Example[];
  readonly check: (input: Input) => Iterable<Finding>;
}

/** The two files of an example, as text or bytes. */
export interface Files {
  readonly config?: string | Uint8Array;
  readonly credentials?: string | Uint8Array;
}

/** `bad` gives exactly `says`, `good` nothing; if a finding has a fix, fixing makes `good` of `bad`. */
export interface Example {
  readonly title: string;
  readonly bad?: Files;
  /** `config:1:2 message`, one for each finding, in order. */
  readonly says?: readonly string[];
  readonly good: Files;
  /** The machine that the files stand on, for rules about it. */
  readonly host?: Host;
  readonly settings?: Partial<RuleSettings>;
  /** The time at which the files are looked at. */
  readonly now?: Date;
}

/** What a rule may ask. A rule asks the index, it does not walk. */
export interface Input {
  readonly documents: readonly Document[];
  readonly index: Index;
  /** What a client makes of the files; read once, when first asked. */
  readonly view: (client: Client) => View;
  /** Where a client takes a profile's credentials from; resolved once. */
  readonly resolve: (client: Client, profile: string) => Resolution;
  readonly settings: RuleSettings;
  /** The user's machine: only when the user's own files are linted. Never asked about a path that stands in a file. */
  readonly host?: Host;
  /** The time, for rules about dates: a library that does not say it gets no findings of them. */
  readonly now?: Date;
  /** For rules that run late: whether an earlier one has spoken on the line of a place. */
  readonly told: (place: Span) => boolean;
  /** For rules that run late. */
  readonly suppressions: readonly Suppression[];
  /** Ids of the rules that run this time. */
  readonly ran: ReadonlySet<string>;
  /** Ids of all rules there are. */
  readonly ruleIds: ReadonlySet<string>;
}

/** What a project says about its files. */
export interface RuleSettings {
  /** Who must be able to read these files; empty: everybody. */
  readonly clients: readonly Client[];
  readonly minimumClients: Readonly<Record<string, string>>;
  readonly extraRegions: ReadonlySet<string>;
  readonly extraKeys: ReadonlySet<string>;
}

/** What is known of the machine. */
export interface Host {
  readonly platform: "linux" | "darwin" | "windows";
  /** Names and values of the `AWS_*` variables. */
  readonly env: Readonly<Record<string, string>>;
  /** Names of the files beside the user's two files. */
  readonly siblings: readonly string[];
  /** POSIX mode bits of a file, where the platform has them. */
  readonly mode: Readonly<Partial<Record<"config" | "credentials", number>>>;
  /** Whether a file belongs to the user. */
  readonly owned: Readonly<Partial<Record<"config" | "credentials", boolean>>>;
}

/** What a rule says: the place, the message and perhaps the repair. The engine signs it. */
export interface Finding {
  readonly span: Span;
  /** What is wrong and why, values in double quotes, no full stop. */
  readonly message: string;
  /** What to type, where no fix says it. */
  readonly help?: string;
  readonly severity?: Severity;
  readonly related?: readonly {
    readonly span: Span;
    readonly message: string;
  }[];
  readonly fix?: Fix;
  /** Like a fix, but never applied unasked: one of them is right. */
  readonly suggestions?: readonly Fix[];
}

export type { Document, Fix, Property, Section, Span };
