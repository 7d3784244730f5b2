/** Who owns a team, as Microsoft Teams knows it. Throws an `AppError` when that cannot be found out. */
export interface TeamOwners {
  /** `groupId` is the Entra group behind the team. */
  isOwner(member: { tenantId: string; groupId: string; userAadId: string }): Promise<boolean>;
}
