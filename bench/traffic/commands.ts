import { message, type TestConversation } from "../../test/support/activities";
import { channel } from "./conversations";
import { fromTeams } from "./from-teams";
import { readers, type Reader } from "./readers";
import { toBody, UNIQUE } from "./unique-number";

const PEOPLE = 35;

/** `@Rendezvous meet` where there's a meeting: each person in each conversation. */
export function meetsAgain(
  conversations: readonly TestConversation[],
  serviceUrl: string,
): string[][] {
  return readers(PEOPLE).flatMap((reader) =>
    conversations.map((conversation) => toMeet(reader, conversation, serviceUrl)),
  );
}

/** `@Rendezvous meet`, each in a channel without a meeting. */
export function firstMeets(serviceUrl: string): string[][] {
  return readers(PEOPLE).map((reader) => toMeet(reader, channel(UNIQUE), serviceUrl));
}

function toMeet(reader: Reader, place: TestConversation, serviceUrl: string): string[] {
  return toBody(fromTeams(message("meet", { ...reader, in: place, id: UNIQUE }), serviceUrl));
}
