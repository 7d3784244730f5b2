import { setTimeout as sleep } from "node:timers/promises";
import type { MeetingRecord } from "../../src/meetings/record/meeting-record";
import { cloud, connector } from "../processes/programs";
import { startServer } from "../processes/server";
import type { Bench, Measure } from "../row";
import { pairedRatio } from "../statistics";
import { startPopulatedBot } from "./populated-bot";
import { chooseConversations, timeCommands, timeStore } from "./time-commands";

/** A store with meetings in so many conversations. */
export interface Population {
  spec: string;
  conversationCount: number;
}

/**
 * Compares two populations in turn. The growths are the ratios of the large one to the small one: of a command, and of the
 * store's own read and write.
 */
export async function comparePopulations(
  { programFolder, load }: Bench,
  { small, large }: { small: Population; large: Population },
  template: MeetingRecord,
  { rounds, commands, sweepMs }: { rounds: number; commands: number; sweepMs: number },
): Promise<{ measures: Measure[]; commandGrowth: number; storeGrowth: number }> {
  await using graph = await startServer(cloud());
  await using teams = await startServer(connector());
  await using smallBot = await startPopulatedBot(programFolder, graph.url, small);
  await using largeBot = await startPopulatedBot(programFolder, graph.url, large);
  await sleep(2 * sweepMs); // the bot's own sweep, at the start
  const rows = [smallBot, largeBot].map((bot) => ({
    bot,
    commandMs: new Array<number>(),
    storeMs: new Array<number>(),
  }));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { bot, commandMs, storeMs } of rows) {
      const numbers = chooseConversations(bot, commands);
      const commandTime = await timeCommands(load, bot, numbers, `${teams.url}/`);
      const storeTime = await timeStore(bot, template.key, numbers);
      if (round === 0) continue; // warms everything up
      commandMs.push(commandTime);
      storeMs.push(storeTime);
    }
  }
  const [ofSmall, ofLarge] = rows;
  return {
    measures: rows.flatMap(({ bot, commandMs, storeMs }) => {
      const server = `${bot.conversationCount}`;
      return [
        { server, figure: "ms/command", values: commandMs },
        { server, figure: "ms/read and write", values: storeMs },
      ];
    }),
    commandGrowth: pairedRatio(ofLarge?.commandMs ?? [], ofSmall?.commandMs ?? []),
    storeGrowth: pairedRatio(ofLarge?.storeMs ?? [], ofSmall?.storeMs ?? []),
  };
}
