import { isSamePerson } from "../../src/meetings/ports/online-meeting";
import { messagesFor } from "../locales/messages";
import { askWho } from "../replies/ask-who";
import { changeForEverybody } from "../replies/change-for-everybody";
import { findLive } from "../replies/live-meeting";
import { toNoticeReply } from "../reply";
import { lookUpPeople } from "../requests/look-up-people";
import { parsePeopleAndRoom } from "../requests/requested-meeting";
import type { UnlistedCommand } from "./command";

/** Removes people from the meeting. */
export const uninviteCommand: UnlistedCommand = {
  name: "uninvite",
  async run(turn, words, services) {
    const { key, request, rest } = parsePeopleAndRoom(turn, words, services);
    if (request.people.length === 0)
      return askWho(turn, key, { command: "uninvite", typed: rest }, services);
    const { card, uninvite } = messagesFor(turn.viewer.locale);
    const found = await findLive(turn, key, services);
    if (!found.ok) return found.reply;
    const { meeting, organizer, coOrganizersDue = [] } = found.record;
    const present = [organizer, ...(meeting.attendees ?? []), ...coOrganizersDue];
    const { attendees } = await lookUpPeople(turn, request.people, services);
    const removed = attendees.filter((attendee) =>
      present.some((known) => isSamePerson(known, attendee)),
    );
    if (removed.length === 0) {
      const typed = request.people.map((person) =>
        person.kind === "mention" ? person.name : person.upn,
      );
      const names = typed.join(card.comma);
      const text =
        typed.length === 1 ? uninvite.notInvited({ name: names }) : uninvite.noneInvited({ names });
      return toNoticeReply(undefined, text);
    }
    const change = { removed };
    return changeForEverybody(turn, found.record, { change, announce: "updated" }, services);
  },
};
