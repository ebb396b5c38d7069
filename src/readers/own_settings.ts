import type { Setting, Settings } from "./view.ts";

/** A section that is being read. Its settings may be the ones of a plain section, which all clients share. */
export interface OpenSettings {
  settings: Settings;
  /** The same map, once it may be changed. */
  own?: Map<string, Setting>;
}

/** The settings of a section, to be changed: a copy, made once. */
export function ownSettings(section: OpenSettings): Map<string, Setting> {
  if (!section.own) section.settings = section.own = new Map(section.settings);
  return section.own;
}
