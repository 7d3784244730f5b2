import * as z from "zod";
import type { LiveEvent } from "../../meetings/live/live-event";
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
      const toHashes = (chosen: Participant[]) =>
        chosen.flatMap((one) => toPersonId(one) ?? []).map((id) => hashId(id));
      const joined = toHashes(people.filter(isIn));
      const left = toHashes(people.filter((one) => !isIn(one)));
      return joined.length + left.length > 0
        ? { ...event, kind: "people", joined, left }
        : undefined;
    }
    default:
      return undefined;
  }
}

/** People in the lobby aren't in the call. */
function isIn({ isInLobby, removedState }: Participant): boolean {
  return isInLobby !== true && (removedState === undefined || removedState === null);
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
