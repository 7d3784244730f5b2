/** Who owns a team. Throws an `AppError` when Graph fails. Implemented by `src/graph/team-owners.ts`. */
export interface TeamOwners {
  /** `groupId` is the Entra group behind the team. */
  isOwner(member: { tenantId: string; groupId: string; userAadId: string }): Promise<boolean>;
}
