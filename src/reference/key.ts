/** The kinds of section in which keys stand; `[default]` is a profile. */
export type SectionKind =
  | "profile"
  | "sso-session"
  | "services"
  | "plugins"
  | "preview"
  | "other";

/** The official clients: botocore with the AWS CLI; dotnet is .NET; crt the common runtime. */
export type Client =
  | "botocore"
  | "js"
  | "go"
  | "rust"
  | "java"
  | "dotnet"
  | "crt";

/** What kind of value a key takes. `string`, `path` and `command` are free text. */
export type ValueType =
  | "access-key-id"
  | "account-id"
  | "arn"
  | "bool"
  | "command"
  | "datetime"
  | "duration"
  | "enum"
  | "guid"
  | "int"
  | "list"
  | "mfa-serial"
  | "nested-map"
  | "path"
  | "profile-name"
  | "rate"
  | "region"
  | "role-name"
  | "secret-access-key"
  | "services-name"
  | "size"
  | "sso-session-name"
  | "string"
  | "url";

/** One key that an official client or a well-known tool reads. */
export interface Key {
  /** In a table of placeholders `<service>`; as it is asked for otherwise. */
  readonly name: string;
  readonly sections: readonly SectionKind[];
  /** The files in which it is documented or written; clients read it from both. */
  readonly files: readonly ("config" | "credentials")[];
  readonly type: ValueType;
  /** The key that opens the block in which this one stands: `s3`. */
  readonly parent?: string;
  /** All values of an enum, or all items of a list. */
  readonly values?: readonly string[];
  readonly secret: boolean;
  /** The tool that reads it, where no official client does. */
  readonly tool?: string;
  /** Keys that belong together: `sso`, `nested:s3`, `tool:granted`. */
  readonly group: string;
  readonly clients: Readonly<Record<Client, "yes" | "no" | "unknown">>;
  /** The least and the greatest value of a number; no greatest is infinite. */
  readonly range?: readonly [number, number];
  /** Clients that take the values of an enum in any case. */
  readonly folded?: readonly Client[];
  /** What the service demands of a free text, as a regular expression. */
  readonly pattern?: string;
}

/** The clients in the order in which they are shown. */
export const allClients: readonly Client[] = [
  "botocore",
  "js",
  "go",
  "rust",
  "java",
  "dotnet",
  "crt",
];
