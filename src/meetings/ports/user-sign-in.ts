/** A person of a tenant, by Entra object id. */
export interface User {
  tenantId: string;
  aadId: string;
}

/**
 * Sign-in with delegated permissions. Tokens are kept in memory only: Teams issues new ones without asking the person.
 */
export interface UserSignIn {
  /**
   * Takes the token that Teams issues for a person.
   *
   * @throws AppError `sign_in_refused` when the token isn't that person's, or Entra rejects it;
   *   `consent_missing` when the person has to consent on the sign-in page first
   */
  takeToken(user: User, token: string): Promise<void>;
  /**
   * Takes the result that the sign-in page passed to Teams (`state` of `signin/verifyState`).
   *
   * @throws AppError as `takeToken`
   */
  takePageResult(user: User, state: string): Promise<void>;
  isSignedIn(user: User): boolean;
  /** Returns whether the person was signed in. */
  signOut(user: User): Promise<boolean>;
}
