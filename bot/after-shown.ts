import { toAppError } from "../src/errors";
import type { Log } from "../src/log";
import { isSameMessage, type CardRows } from "../src/meetings/card-rows";
import type { CardRow, LiveRecord } from "../src/meetings/meeting-record";
import type { Tended } from "../src/meetings/tend-meeting";
import type { BotServices } from "./bot-services";
import { toMeetingReply } from "./answers/meeting-reply";
import { tellNotCoOrganizers, toInfo } from "./answers/notices";
import type { CardReply, ShownMeeting } from "./reply";
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
    // Where the bot was removed and posted nothing since, it can change nothing either.
    const isThere = row !== undefined || record.removedAt === undefined;
    const [, others] = partition(record.cards ?? [], row);
    if (news && isThere) await tell(record, others, news);
    const tended = record.state === "live" ? await tendMeeting(record) : undefined;
    if (tended && isThere) await tellTended(tended, row, shows);
  };

  /** On all cards of the meeting; the one that was just shown still says what it said. */
  async function tellTended(
    { record, refusedCoOrganizers }: Tended,
    shown: CardRow | undefined,
    { notice: toSaid, understood }: ShownMeeting,
  ): Promise<void> {
    const tellRefused = tellNotCoOrganizers(refusedCoOrganizers, record);
    const [own, others] = partition(record.cards ?? [], shown);
    await tell(record, own, (reader, refreshUserIds) => {
      const notice = toInfo((messages) => toSaid?.(messages)?.text, tellRefused);
      const said = { notice, ...(understood && { understood }) };
      return toMeetingReply(record, { reader, refreshUserIds, ...said }, services);
    });
    await tell(record, others, (reader, refreshUserIds) =>
      toMeetingReply(record, { reader, refreshUserIds, notice: toInfo(tellRefused) }, services),
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

/** The message itself, and all others. */
function partition(rows: readonly CardRow[], message: CardRow | undefined): [CardRow[], CardRow[]] {
  const isIt = (row: CardRow) => message !== undefined && isSameMessage(row, message);
  return [rows.filter(isIt), rows.filter((row) => !isIt(row))];
}

function toRow(
  { conversationId, serviceUrl, activityId, reader }: MessagePlace,
  refreshUserIds: readonly string[],
): CardRow | undefined {
  if (!activityId) return undefined;
  const { locale, timeZone } = reader;
  return { conversationId, serviceUrl, activityId, locale, timeZone, refreshUserIds };
}
