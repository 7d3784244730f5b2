import { rejectPastTime } from "../requests/requested-meeting";
import { applyChange } from "../replies/change-for-everybody";
import { findLive } from "../replies/live-meeting";
import { lookUpPeople, toInvited } from "../requests/look-up-people";
import { describeMissingPeople } from "../replies/notices";
import { authorizeChange } from "../requests/permission";
import { toMentions, toUnderstood } from "../replies/request-view";
import { openOffer, rejectButton, type CardAction } from "./card-action";

/** Update on the card that shows what is and what was asked for: exactly that, for everybody. */
export const updateAction: CardAction = {
  verb: "update",
  isForEveryone: true,
  async run(turn, data, services) {
    const offer = openOffer(turn, data, services);
    if (offer?.does !== "update") return rejectButton(turn);
    const { reference, request } = offer;
    const past = rejectPastTime(turn, request, services);
    if (past) return past;
    const found = await findLive(turn, reference.key, services);
    if (!found.ok) return found.reply;
    const refusal = await authorizeChange(turn, found.record, services);
    if (refusal) return refusal;
    const people = await lookUpPeople(turn, request.people, services);
    return applyChange(
      turn,
      reference,
      {
        change: {
          ...(request.topic && { subject: request.topic }),
          ...(request.time && { time: request.time }),
          ...toInvited(people),
        },
        announce: "updated",
        sentences: [describeMissingPeople(people)],
        mentions: toMentions(people),
        understood: toUnderstood(request, turn, services),
      },
      services,
    );
  },
};
