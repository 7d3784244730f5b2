import { extensionInvoke, message } from "../../test/support/activities";
import { firstMeets, meetsAgain } from "./commands";
import { fromTeams } from "./from-teams";
import type { MadeMeeting } from "./made-meetings";
import { readers } from "./readers";
import { refreshesOf } from "./refreshes";
import { toBody, UNIQUE } from "./unique-number";

interface Kind {
  /** How many of 100 activities. */
  share: number;
  bodies: string[][];
}

const ROUNDS = 40;

/**
 * What a busy bot gets: invokes and messages of many people, in conversations with and without a meeting. Open cards
 * refresh by themselves, so most are refreshes.
 */
export function mixedTraffic(meetings: readonly MadeMeeting[], serviceUrl: string): string[][] {
  const conversations = meetings.map(({ conversation }) => conversation);
  const people = readers(meetings.length);
  const everyone = conversations.map((place, index) =>
    Object.assign({ in: place, id: UNIQUE }, people[index]),
  );
  const all = (activities: Parameters<typeof fromTeams>[0][]) =>
    activities.map((activity) => toBody(fromTeams(activity, serviceUrl)));
  const search = {
    commandId: "search",
    parameters: [{ name: "search", value: "review" }],
  };
  const kinds: Kind[] = [
    { share: 84, bodies: refreshesOf(meetings, serviceUrl).map(toBody) },
    { share: 8, bodies: meetsAgain(conversations, serviceUrl) },
    { share: 3, bodies: all(everyone.map((one) => message("help", one))) },
    { share: 3, bodies: all(everyone.map((one) => extensionInvoke("query", search, one))) },
    { share: 1, bodies: all(everyone.map((one) => message(`rename Review ${UNIQUE}`, one))) },
    { share: 1, bodies: firstMeets(serviceUrl) },
  ];
  return Array.from({ length: ROUNDS }, (_, round) => toRound(kinds, round)).flat();
}

/** 100 activities, with each kind spread over them. Each round takes the next ones of a kind. */
function toRound(kinds: readonly Kind[], round: number): string[][] {
  const placed = kinds.flatMap(({ share, bodies }) =>
    Array.from({ length: share }, (_, index) => ({
      at: (index + 0.5) / share,
      body: bodies[(round * share + index) % bodies.length] ?? [],
    })),
  );
  return placed.toSorted((a, b) => a.at - b.at).map(({ body }) => body);
}
