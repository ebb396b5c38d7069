/** Where checks work. */
export interface Place {
  /** The repository. */
  readonly root: string;
  /** A fresh clone of it as it stands, with the tag `v0.1.0` or whatever its version is. */
  readonly clone: string;
  readonly version: string;
  /** Makes an empty folder. */
  readonly folder: () => string;
}

/** One thing that is tried. */
export interface Check {
  readonly name: string;
  /** Throws where it does not work; what it returns is told. */
  readonly run: (place: Place) => string | Promise<string>;
}

/** Why a check could not be tried on this machine. */
export class NotTried extends Error {}
