import { z } from "zod";

const lobbySchema = z.strictObject({
  scope: z.enum([
    "organizer",
    "organization",
    "organizationAndFederated",
    "everyone",
    "invited",
    "organizationExcludingGuests",
  ]),
  isDialInBypassEnabled: z.boolean(),
});

/**
 * The options that PATCH may change.
 * Source: learn.microsoft.com/graph/api/onlinemeeting-update#request-body.
 */
const optionsSchema = z.strictObject({
  allowAttendeeToEnableCamera: z.boolean(),
  allowAttendeeToEnableMic: z.boolean(),
  allowedPresenters: z.enum(["everyone", "organization", "roleIsPresenter", "organizer"]),
  allowMeetingChat: z.enum(["enabled", "disabled", "limited"]),
  allowRecording: z.boolean(),
  allowTeamworkReactions: z.boolean(),
  allowTranscription: z.boolean(),
  isEntryExitAnnounced: z.boolean(),
  lobbyBypassSettings: lobbySchema,
  recordAutomatically: z.boolean(),
});

export type MeetingOptions = z.infer<typeof optionsSchema>;

/** Any of the options; of the lobby's settings any too. */
export const optionsPatchSchema = optionsSchema
  .extend({ lobbyBypassSettings: lobbySchema.partial() })
  .partial();

/** The values of a new meeting, as the examples of the reference show them. */
export function createDefaultOptions(): MeetingOptions {
  return {
    allowAttendeeToEnableCamera: true,
    allowAttendeeToEnableMic: true,
    allowedPresenters: "everyone",
    allowMeetingChat: "enabled",
    allowRecording: true,
    allowTeamworkReactions: true,
    allowTranscription: true,
    isEntryExitAnnounced: true,
    lobbyBypassSettings: { scope: "organization", isDialInBypassEnabled: false },
    recordAutomatically: false,
  };
}

/** Members of an enumeration that Graph shows only to callers that ask for them. */
const EVOLVED_SCOPES = new Set<string>(["invited", "organizationExcludingGuests"]);

/**
 * The options as Graph shows them.
 *
 * @param showsEvolved whether the caller sent `Prefer: include-unknown-enum-members`
 * Source: learn.microsoft.com/graph/api/resources/lobbybypasssettings#lobbybypassscope-values.
 */
export function toOptionsJson(options: MeetingOptions, showsEvolved: boolean) {
  const { scope, isDialInBypassEnabled } = options.lobbyBypassSettings;
  const isHidden = EVOLVED_SCOPES.has(scope) && !showsEvolved;
  const shown = isHidden ? "unknownFutureValue" : scope;
  return { ...options, lobbyBypassSettings: { scope: shown, isDialInBypassEnabled } };
}

const AUTO_ADMITTED = {
  organizer: "OrganizerOnly",
  organization: "EveryoneInCompany",
  organizationAndFederated: "EveryoneInSameAndFederatedCompany",
  everyone: "Everyone",
  invited: "InvitedUsersInCompany",
  organizationExcludingGuests: "EveryoneInCompanyExcludingGuests",
} as const;

/** The deprecated `autoAdmittedUsers`, which says the same as the lobby's scope. */
export function toAutoAdmittedUsers({ lobbyBypassSettings }: MeetingOptions): string {
  return AUTO_ADMITTED[lobbyBypassSettings.scope];
}
