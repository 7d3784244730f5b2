import * as z from "zod";
import type { CallPerson, LiveEvent } from "../../meetings/live/live-event";
import type { HashId } from "../../metrics/hash-ids";

/** As many people as one notification has room for. */
const MAX_PEOPLE = 1_000;

const identitySchema = z
  .object({ id: z.string().min(1) })
  .nullish()
  .catch(undefined);
/** https://learn.microsoft.com/graph/api/resources/participant */
const participantSchema = z.object({
  id: z.string().optional().catch(undefined),
  isInLobby: z.boolean().nullish().catch(undefined),
  removedState: z.unknown().optional(),
  info: z
    .object({ identity: z.record(z.string(), identitySchema).nullish().catch(undefined) })
    .nullish()
    .catch(undefined),
});
type Participant = z.infer<typeof participantSchema>;

/** Microsoft's pages name the type `eventType`, and its metadata names it `callEventType`. */
const eventSchema = z.object({
  eventType: z.string().optional().catch(undefined),
  callEventType: z.string().optional().catch(undefined),
  eventDateTime: z.iso.datetime({ offset: true }),
  "participants@delta": z
    .array(participantSchema.optional().catch(undefined))
    .max(MAX_PEOPLE)
    .optional()
    .catch(undefined),
});

const PREFIX = "microsoft.communication.";

/**
 * Reads a decrypted event; `undefined` for events of other types.
 * https://learn.microsoft.com/graph/changenotifications-for-onlinemeeting
 */
export function readCallEvent(
  content: unknown,
  meeting: { tenantId: string; joinWebUrl: string },
  hashId: HashId,
): LiveEvent | undefined {
  const read = eventSchema.safeParse(content).data;
  if (!read) return undefined;
  const event = { ...meeting, at: new Date(read.eventDateTime).toISOString() };
  const type = (read.eventType ?? read.callEventType ?? "").toLowerCase().replace(PREFIX, "");
  switch (type) {
    case "callstarted":
      return { ...event, kind: "started" };
    case "callended":
      return { ...event, kind: "ended" };
    case "rosterupdated": {
      const people = (read["participants@delta"] ?? []).flatMap((one) => one ?? []);
      const choose = (state: ReturnType<typeof toState>) =>
        people.filter((one) => toState(one) === state).flatMap((one) => toPerson(one, hashId));
      const [joined, left, waiting] = [choose("joined"), choose("left"), choose("waiting")];
      return joined.length + left.length + waiting.length > 0
        ? { ...event, kind: "people", joined, left, waiting }
        : undefined;
    }
    default:
      return undefined;
  }
}

/** People in the lobby aren't in the call, and weren't when they give up waiting. */
function toState({ isInLobby, removedState }: Participant): "joined" | "left" | "waiting" {
  if (isInLobby === true) return "waiting";
  return removedState === undefined || removedState === null ? "joined" : "left";
}

/** A second device is another participant. */
function toPerson(participant: Participant, hashId: HashId): CallPerson[] {
  const personId = toPersonId(participant);
  if (!personId) return [];
  const presence = participant.id && hashId(`participant:${participant.id}`);
  return [{ id: hashId(personId), presence }];
}

/**
 * Who it is. A user's id is hashed as in Teams' events to the bot, so that both count the person once. Guests and phones
 * have ids under other names.
 */
function toPersonId({ id, info }: Participant): string | undefined {
  const { user, ...others } = info?.identity ?? {};
  if (user) return user.id.toLowerCase();
  const other = Object.entries(others).find(([, identity]) => identity);
  if (other) return `${other[0]}:${other[1]?.id ?? ""}`;
  return id && `participant:${id}`;
}
