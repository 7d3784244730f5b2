import type { OnlineMeeting as GraphOnlineMeeting } from "@microsoft/microsoft-graph-types-beta";
import { z } from "zod";
import { AppError } from "../errors";
import {
  CHAT_MODES,
  LOBBY_SCOPES,
  PRESENTER_SCOPES,
  type MeetingOptions,
} from "../meetings/ports/online-meeting";
import type { GraphAnswer } from "./graph-client";
import { ifReadable } from "./if-readable";

const answerSchema = z.object({
  lobbyBypassSettings: ifReadable(z.object({ scope: z.enum(LOBBY_SCOPES) })),
  allowedPresenters: ifReadable(z.enum(PRESENTER_SCOPES)),
  recordAutomatically: ifReadable(z.boolean()),
  allowMeetingChat: ifReadable(z.enum(CHAT_MODES)),
});

/** What people can set of https://learn.microsoft.com/graph/api/resources/onlinemeeting */
export function readMeetingOptions({ json, details }: GraphAnswer): MeetingOptions {
  const read = answerSchema.safeParse(json);
  if (!read.success) throw new AppError("bad_answer", { ...details, reason: "unusable: body" });
  const { lobbyBypassSettings, allowedPresenters, recordAutomatically, allowMeetingChat } =
    read.data;
  return {
    ...(lobbyBypassSettings && { lobby: lobbyBypassSettings.scope }),
    ...(allowedPresenters && { presenters: allowedPresenters }),
    ...(recordAutomatically !== undefined && { isRecordedAutomatically: recordAutomatically }),
    ...(allowMeetingChat && { chat: allowMeetingChat }),
  };
}

/** For a PATCH: https://learn.microsoft.com/graph/api/onlinemeeting-update#request-body */
export function toGraphOptions({
  lobby,
  presenters,
  isRecordedAutomatically,
  chat,
}: MeetingOptions) {
  return {
    ...(lobby && { lobbyBypassSettings: { scope: lobby } }),
    ...(presenters && { allowedPresenters: presenters }),
    ...(isRecordedAutomatically !== undefined && { recordAutomatically: isRecordedAutomatically }),
    ...(chat && { allowMeetingChat: chat }),
  } satisfies GraphOnlineMeeting;
}
