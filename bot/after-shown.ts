import { toAppError } from "../src/errors";
import type { Log } from "../src/log";
import { isSameMessage, type CardRows } from "../src/meetings/card-rows";
import type { CardRow, LiveRecord } from "../src/meetings/meeting-record";
import type { Tended } from "../src/meetings/tend-meeting";
import type { BotServices } from "./bot-services";
import { toMeetingReply } from "./answers/meeting-reply";
import { tellNotCoOrganizers, toInfo } from "./answers/notices";
import type { CardReply } from "./reply";
import type { Reader } from "./reader";

/** Where an answer stands: the message that bears it, where it is one of the bot's own. */
export interface MessagePlace {
  conversationId: string;
  serviceUrl: string;
  activityId?: string | undefined;
  reader: Reader;
}

export interface AfterShownEdges {
  services: BotServices;
  cardRows: CardRows;
  tendMeeting: (record: LiveRecord) => Promise<Tended | undefined>;
  /** Puts a card in the place of a message of ours; false when that message cannot be changed any more. */
  replaceCard: (row: CardRow, reply: CardReply) => Promise<boolean>;
  log: Log;
}

export type AfterShown = (reply: CardReply, place: MessagePlace) => Promise<void>;

/**
 * What is done once a meeting was shown, off the way of the answer: the message is remembered, the meeting's
 * other cards learn the news, and the meeting gets what it needs.
 */
export function createAfterShown(edges: AfterShownEdges): AfterShown {
  const { services, cardRows, tendMeeting, replaceCard, log } = edges;

  return async function afterShown({ shows, news }, place) {
    if (!shows) return;
    const { record } = shows;
    const row = toRow(place, shows.refreshUserIds);
    if (row) await cardRows.keep(record.key, row);
    const others = (record.cards ?? []).filter((one) => !row || !isSameMessage(one, row));
    if (news) await tell(record, others, news);
    const tended = record.state === "live" ? await tendMeeting(record) : undefined;
    if (tended) await tellTended(tended);
  };

  async function tellTended({ record, refusedCoOrganizers }: Tended): Promise<void> {
    const notice = toInfo(tellNotCoOrganizers(refusedCoOrganizers, record));
    await tell(record, record.cards ?? [], (reader, refreshUserIds) =>
      toMeetingReply(record, { reader, refreshUserIds, notice }, services),
    );
  }

  /** One after the other: Teams takes seven messages a second in a conversation. */
  async function tell(
    { key }: Pick<LiveRecord, "key">,
    rows: readonly CardRow[],
    news: NonNullable<CardReply["news"]>,
  ): Promise<void> {
    for (const row of rows) {
      const { locale, timeZone, refreshUserIds } = row;
      try {
        const isReplaced = await replaceCard(row, news({ locale, timeZone }, refreshUserIds));
        if (!isReplaced) await cardRows.drop(key, row);
      } catch (error) {
        log.error({ code: toAppError(error).code }, "a card could not be told the news", error);
      }
    }
  }
}

function toRow(
  { conversationId, serviceUrl, activityId, reader }: MessagePlace,
  refreshUserIds: readonly string[],
): CardRow | undefined {
  if (!activityId) return undefined;
  const { locale, timeZone } = reader;
  return { conversationId, serviceUrl, activityId, locale, timeZone, refreshUserIds };
}
