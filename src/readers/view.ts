import type { Span } from "../text/span.ts";
import type { Workspace } from "../model/document.ts";

/** The official clients whose reading is modelled. */
export type Client =
  | "botocore"
  | "js"
  | "go"
  | "rust"
  | "java"
  | "dotnet"
  | "crt";

/** All clients, in the order in which they are shown. */
export const clients: readonly Client[] = [
  "botocore",
  "js",
  "go",
  "rust",
  "java",
  "dotnet",
  "crt",
];

/**
 * One setting as a client sees it: its key in the client's spelling, its value in the client's
 * reading. The span runs from the key's first character to the value's last, in the file where
 * the winning value stands.
 */
export interface Setting extends Span {
  readonly key: string;
  readonly value: string;
  /** The settings of the block that the key opens (`s3 =`), where the client reads it as one. */
  readonly nested?: Settings;
}

/** Settings by key, in the client's order. */
export type Settings = ReadonlyMap<string, Setting>;

/** Why a client reads less than the file holds. */
export interface Problem {
  readonly path: string;
  /** Where, if the client stops at a place. */
  readonly span?: Span;
  /** The client's own words where they are known, with `<path>` for the path of the file. */
  readonly message: string;
}

/** Named groups of settings: profiles, sso-sessions or services sections by name. */
export type Sections = ReadonlyMap<string, Settings>;

/** What a client makes of one file, before the two are merged. */
export interface FileView {
  readonly profiles: Sections;
  readonly sessions: Sections;
  readonly services: Sections;
  /** The client loads nothing from this file. */
  readonly error?: Problem;
}

/** What a client makes of both files. */
export interface View {
  readonly client: Client;
  readonly files: {
    readonly config?: FileView;
    readonly credentials?: FileView;
  };
  readonly profiles: Sections;
  readonly sessions: Sections;
  readonly services: Sections;
  /** The client loads nothing at all, from neither file. */
  readonly error?: Problem;
  /** Sections and settings that the client passes over, where it says so itself. */
  readonly problems: readonly Problem[];
}

/** Reads both files as one client does. Pure; never throws. */
export type Reader = (workspace: Workspace) => View;
