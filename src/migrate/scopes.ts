/** What a session needs to let a client ask for role credentials and refresh its token. */
export const ACCOUNT_SCOPE = "sso:account:access";

/** Scopes in one spelling, for comparing; nothing when there are none. */
export function scopesOf(text: string | undefined): string | undefined {
  const scopes = listOf(text).toSorted();
  return scopes.length > 0 ? scopes.join(",") : undefined;
}

/** Whether tokens of these scopes serve profiles; the AWS CLI asks for the scope itself where there are none. */
export function servesAccounts(text: string | undefined): boolean {
  const scopes = listOf(text);
  return scopes.length === 0 || scopes.includes(ACCOUNT_SCOPE);
}

/** Scopes as they are written for a session that serves profiles. */
export function accountScopes(text: string | undefined): string {
  if (!text) return ACCOUNT_SCOPE;
  return servesAccounts(text) ? text : `${ACCOUNT_SCOPE},${text}`;
}

function listOf(text: string | undefined): readonly string[] {
  return (text ?? "").split(",").map((scope) => scope.trim()).filter(Boolean);
}
