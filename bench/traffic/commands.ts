import { message, type TestConversation } from "../../test/support/activities";
import { channel } from "./conversations";
import { fromTeams } from "./from-teams";
import { readers, type Reader } from "./readers";
import { toBody, UNIQUE } from "./unique-number";

/** The people of one team. They are in all of its channels, and no one is in two teams. */
const PEOPLE_PER_TEAM = 35;
const MAX_CHANNELS_PER_TEAM = 10;

/**
 * `@Rendezvous meet` where there's a meeting: each person in each channel of their team. Commands that follow each other
 * come from different people, in different channels.
 */
export function meetsAgain(
  conversations: readonly TestConversation[],
  serviceUrl: string,
): string[][] {
  const channels = Math.min(MAX_CHANNELS_PER_TEAM, conversations.length);
  const teams = Math.ceil(conversations.length / channels);
  const everyone = readers(teams * PEOPLE_PER_TEAM);
  const rounds = Array.from({ length: channels }, (_, round) => round);
  return rounds.flatMap((round) =>
    everyone.flatMap((reader, number) => {
      const team = number % teams;
      const channelOfTeam = (Math.floor(number / teams) + round) % channels;
      const place = conversations[team * channels + channelOfTeam];
      return place ? [toMeet(reader, place, serviceUrl)] : [];
    }),
  );
}

/** `@Rendezvous meet`, each in a channel without a meeting. */
export function firstMeets(serviceUrl: string): string[][] {
  return readers(PEOPLE_PER_TEAM).map((reader) => toMeet(reader, channel(UNIQUE), serviceUrl));
}

function toMeet(reader: Reader, place: TestConversation, serviceUrl: string): string[] {
  return toBody(fromTeams(message("meet", { ...reader, in: place, id: UNIQUE }), serviceUrl));
}
