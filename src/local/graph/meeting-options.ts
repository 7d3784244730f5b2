import * as z from "zod";

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
 * The options that PATCH can change.
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

export const optionsPatchSchema = optionsSchema
  .extend({ lobbyBypassSettings: lobbySchema.partial() })
  .partial();

/** The options of a new meeting in the reference's examples. */
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
