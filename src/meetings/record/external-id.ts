import { v5 as uuidV5 } from "uuid";
import { toKeyText, type MeetingKey } from "./meeting-key";

/**
 * The namespace of all external ids (RFC 9562 §5.5): a random UUID drawn once for Rendezvous. With another
 * value every conversation would lose its meeting, so it may never change.
 */
const EXTERNAL_ID_NAMESPACE = "b1a7c6f4-3d0e-4c7b-9a52-6f2d8e41c093";

/**
 * The `externalId` under which Graph keeps the meeting of a key and generation: 36 ASCII characters, opaque,
 * the same on every machine for ever.
 *
 * Graph's reference gives no length or character set for the property and its examples are GUIDs, so a UUID
 * is what is sure to pass: https://learn.microsoft.com/graph/api/onlinemeeting-createorget
 */
export function toExternalId(key: MeetingKey, generation: number): string {
  return uuidV5(`${toKeyText(key)}#${generation}`, EXTERNAL_ID_NAMESPACE);
}
