/** Where the pages of the rules are, for a link in each finding; none is owned yet. */
const base: string = "";

/** The address of a rule's page, if there is one. */
export function urlOf(rule: string): string | undefined {
  return base === "" ? undefined : `${base}${rule}`;
}
