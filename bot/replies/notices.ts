import type { AppError } from "../../src/errors";
import type { LinkChange } from "../../src/meetings/make-meeting";
import type { LiveRecord, Person } from "../../src/meetings/record/meeting-record";
import type { Attendee } from "../../src/meetings/ports/online-meeting";
import type { Notice } from "../cards/elements/notice-card";
import type { Messages } from "../locales/messages";
import type { BotServices } from "../bot-services";
import type { CardReply } from "../reply";
import type { MeetingRequest } from "../../src/request/meeting-request";
import type { Viewer } from "../turn/viewer";
import { toShownReply } from "./shown-reply";
import type { LookedUpPeople } from "../requests/look-up-people";
import { toAttendeeNames, type MeetingView, type ToNotice } from "./meeting-reply";

/** One sentence of a notice in the viewer's language; `undefined` when it doesn't apply. */
export type ToSentence = (messages: Messages) => string | undefined;

/** Joins sentences into an info notice, one per line. */
export function toInfo(...sentences: ToSentence[]): ToNotice {
  return (messages): Notice | undefined => {
    const lines = sentences.flatMap((toSentence) => toSentence(messages) ?? []);
    return lines.length > 0 ? { tone: "info", text: lines.join("\n") } : undefined;
  };
}

/** The card itself says it all. */
export const describeNothing: ToSentence = () => undefined;

/** Says that the meeting is shown as it was last seen. */
export function describeProblem(problem: AppError | undefined): ToSentence {
  return ({ refresh }) => problem && refresh.notChecked;
}

/** Explains why the meeting has a new link. */
export function describeLinkChange(
  change: LinkChange | undefined,
  { organizer }: LiveRecord,
  caller: Person,
): ToSentence {
  return ({ meet, card, changed }) => {
    switch (change) {
      case "organizer-replaced":
        return organizer.name
          ? meet.organizerReplaced({ name: organizer.name })
          : meet.organizerReplacedBySomebody;
      case "meeting-gone":
        return meet.meetingGone;
      case "started-again":
        return changed.startedAgain({ name: caller.name ?? card.somebody });
      case "requested":
        return meet.newLinkBy({ name: caller.name ?? card.somebody });
      case "first":
      case undefined:
        return undefined;
    }
  };
}

/** Tells the conversation that the meeting isn't the cancelled one. */
export function describeNextMeeting(caller: Person): ToSentence {
  return ({ changed, card }) => changed.createdNext({ name: caller.name ?? card.somebody });
}

/** Tells the conversation who changed the meeting. */
export function describeChange(caller: Person, what: keyof Messages["changed"]): ToSentence {
  return ({ changed, card }) => changed[what]({ name: caller.name ?? card.somebody });
}

/** Names the people who couldn't be invited. */
export function describeMissingPeople({ missing, notLookedUp }: LookedUpPeople): ToSentence {
  return ({ meet, card }) =>
    [
      missing.length > 0 && meet.notInvited({ names: missing.join(card.comma) }),
      notLookedUp.length > 0 && meet.notAsked({ names: notLookedUp.join(card.comma) }),
    ]
      .filter((sentence) => sentence !== false)
      .join("\n") || undefined;
}

/** Says that the times are in UTC, because no one knows the caller's time zone. */
export function describeUnknownZone(
  { unknownZone }: Viewer,
  { time }: Pick<MeetingRequest, "time">,
): ToSentence {
  return ({ roomsCard }) =>
    time && unknownZone !== undefined ? roomsCard.unknownZone({ zone: unknownZone }) : undefined;
}

/** Names the people Graph refused as co-organizers. */
export function describeMissingCoOrganizers(
  attendees: readonly Attendee[],
  { people = [], requestedBy }: LiveRecord,
): ToSentence {
  return ({ meet, card }) => {
    if (attendees.length === 0) return undefined;
    const names = toAttendeeNames(attendees, [...people, requestedBy]);
    return meet.notCoOrganizers({ names: names.join(card.comma) });
  };
}

/** The card's status after a link change. */
export function toStatus(linkChange: LinkChange | undefined): Pick<MeetingView, "status"> {
  return linkChange && linkChange !== "first" ? { status: "new-link" } : {};
}

/** Adds to a reply the notice that all other cards of the meeting show. */
export function withCardUpdate(
  reply: CardReply,
  sentence: ToSentence,
  services: BotServices,
  linkChange?: LinkChange,
): CardReply {
  return {
    ...reply,
    cardUpdate: (record, view) =>
      toShownReply(
        record,
        { ...view, notice: toInfo(sentence), ...toStatus(linkChange) },
        services,
      ),
  };
}
