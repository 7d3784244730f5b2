import { messagesFor } from "../../bot/locales/messages";
import { execute } from "../../test/support/activities";
import type { Traffic } from "../compare-servers";
import { fromTeams } from "./from-teams";
import type { MadeMeeting } from "./made-meetings";
import { post } from "./post";
import { LOCALES, readers } from "./readers";
import { toBody, UNIQUE } from "./unique-number";

const READERS_PER_MEETING = 35;
const MIN_CARD_CHARACTERS = 2_000;

/** Refreshes of all meetings by many readers, as activities. */
export function refreshesOf(meetings: readonly MadeMeeting[], serviceUrl: string): object[] {
  const everyone = readers(READERS_PER_MEETING);
  return everyone.flatMap((reader) =>
    meetings.map(({ conversation: place, refreshData }) => {
      const options = { ...reader, in: place, id: UNIQUE, trigger: "automatic" as const };
      return fromTeams(execute("refresh", refreshData, options), serviceUrl);
    }),
  );
}

/**
 * Asks for one card per language, and throws unless each is a whole card in that language.
 *
 * @returns `reply`, the response of middle size, is for the other servers
 */
export async function toRefreshTraffic(
  url: string,
  activities: readonly object[],
  tokens: readonly string[] = [],
): Promise<{ traffic: Traffic; reply: string }> {
  const samples: string[] = [];
  for (const locale of LOCALES) {
    const activity = activities.find((one) => "locale" in one && one.locale === locale) ?? {};
    const text = await post(url, activity, tokens[0]);
    const { join } = messagesFor(locale).card;
    if (!text.includes(`"title":"${join}"`) || text.length < MIN_CARD_CHARACTERS) {
      throw new Error(`A refresh returned no card of a meeting for ${locale}: ${text}`);
    }
    samples.push(text);
  }
  const [smallest = "", , middle = ""] = samples.toSorted((a, b) => a.length - b.length);
  const minBytes = Math.floor(smallest.length * 0.9);
  return { traffic: { bodies: activities.map(toBody), tokens, minBytes }, reply: middle };
}
