/** A file of an archive. */
export interface Entry {
  /** Its path in the archive, with `/`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly executable?: boolean;
}
