import { message } from "../../test/support/activities";
import { channel } from "./conversations";
import { fromTeams } from "./from-teams";
import type { MadeMeeting } from "./made-meetings";
import { readers } from "./readers";
import { toBody, UNIQUE } from "./unique-number";

const PEOPLE = 35;

/** `@Rendezvous meet` where there's a meeting, by many people. */
export function meetsAgain(meetings: readonly MadeMeeting[], serviceUrl: string): string[][] {
  return readers(PEOPLE).flatMap((reader) =>
    meetings.map(({ conversation }) => {
      const options = { ...reader, in: conversation, id: UNIQUE };
      return toBody(fromTeams(message("meet", options), serviceUrl));
    }),
  );
}

/** `@Rendezvous meet`, each in a channel without a meeting. */
export function firstMeets(serviceUrl: string): string[][] {
  return readers(PEOPLE).map((reader) => {
    const options = { ...reader, in: channel(UNIQUE), id: UNIQUE };
    return toBody(fromTeams(message("meet", options), serviceUrl));
  });
}
