import { isAmong, type Attendee } from "../../src/meetings/ports/online-meeting";
import { toConversationType, toThreadId } from "../../src/meetings/record/conversation";
import type { LiveRecord, PostedCard, TimeRange } from "../../src/meetings/record/meeting-record";
import { toPastReminderCard, toReminderCard } from "../cards/reminder-card";
import type { Mention } from "../cards/meeting/mentions";
import type { CardReply } from "../reply";
import { createNameReader } from "./meeting-reply";

/** Reminds people of a meeting, in the language and time zone of the card that shows it. */
export function toReminderReply({
  record,
  time,
  card: { locale, timeZone },
  isMentioning,
  now,
}: {
  record: LiveRecord;
  /** When the meeting starts and ends this time. */
  time: TimeRange;
  card: PostedCard;
  isMentioning: boolean;
  now: Date;
}): CardReply {
  const { subject = "", joinWebUrl } = record.meeting;
  const mentions = isMentioning ? listMentions(record) : [];
  return {
    kind: "card",
    ...toReminderCard({ subject, joinWebUrl, time, mentions, now }, { locale, timeZone }),
  };
}

/** One line, without a button: the meeting has started, or its time has changed. */
export function toPastReminderReply(subject: string, locale: string): CardReply {
  return { kind: "card", ...toPastReminderCard(subject, { locale }) };
}

/** Everyone who takes part, once. In someone's own chat with the bot, that's clear without a mention. */
function listMentions(record: LiveRecord): Mention[] {
  const { key, organizer, requestedBy, meeting, people } = record;
  if (toConversationType(key.threadId) === "personal") return [];
  const toName = createNameReader([...(people ?? []), requestedBy, organizer]);
  // A service account that hosts all meetings has no name, and reads no messages.
  const hosts = [requestedBy, organizer].filter(({ name }) => name);
  const everyone: readonly Attendee[] = [...hosts, ...(meeting.attendees ?? [])];
  return everyone
    .filter((person, index) => !isAmong(person, everyone.slice(0, index)))
    .flatMap((person) => {
      const teamsId = person.aadId ?? person.upn;
      return teamsId ? [{ teamsId, name: toFirstPart(toName(person) ?? "") }] : [];
    });
}

/** Of an address, what's before its "@": a mention can't show the rest. */
function toFirstPart(name: string): string {
  return name.split("@", 1)[0] ?? "";
}

/** Where the reminder goes: below the card in a channel, and into the chat itself elsewhere. */
export function toReminderConversation({ conversationId, activityId }: PostedCard): string {
  const threadId = toThreadId(conversationId);
  if (toConversationType(threadId) !== "channel") return threadId;
  return conversationId.includes(";messageid=")
    ? conversationId.trim()
    : `${threadId};messageid=${activityId}`;
}
