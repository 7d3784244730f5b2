/** A person of a tenant, by Entra object id. */
export interface User {
  tenantId: string;
  aadId: string;
}

/**
 * Signing people in, where meetings are made in their own names. What is learned of a person is kept in memory
 * alone: Teams hands out another token without asking anybody.
 */
export interface UserSignIn {
  /**
   * Takes the token that Teams hands out for a person.
   *
   * @throws AppError `sign_in_refused` when the token is not that person's, or Entra does not take it;
   *   `consent_missing` when the person has to consent on the sign-in page first
   */
  takeToken(user: User, token: string): Promise<void>;
  /**
   * Takes what the sign-in page handed to Teams (`state` of `signin/verifyState`).
   *
   * @throws AppError as `takeToken`
   */
  takePageResult(user: User, state: string): Promise<void>;
  isSignedIn(user: User): boolean;
  /** Whether there was anything to forget. */
  signOut(user: User): Promise<boolean>;
}
