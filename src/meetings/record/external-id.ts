import { createMemo } from "../../async/memo";
import { v5 as uuidV5 } from "uuid";
import { toKeyText, type MeetingKey } from "./meeting-key";

/** The namespace of all external ids (RFC 9562 §5.5). It can never change: every conversation would lose its meeting. */
const EXTERNAL_ID_NAMESPACE = "b1a7c6f4-3d0e-4c7b-9a52-6f2d8e41c093";

/**
 * The `externalId` of a key and generation: the same UUID on every machine.
 *
 * Graph documents no length or character set for it. Its examples are GUIDs: https://learn.microsoft.com/graph/api/onlinemeeting-createorget
 */
export function toExternalId(key: MeetingKey, generation: number): string {
  const name = `${toKeyText(key)}#${generation}`;
  return rememberIds(name, () => uuidV5(name, EXTERNAL_ID_NAMESPACE));
}

const rememberIds = createMemo<string>({ maxEntries: 10_000, maxKeyLength: 400 });
