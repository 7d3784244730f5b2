import { setTimeout as sleep } from "node:timers/promises";
import { cloud, connector } from "../processes/programs";
import { startServer } from "../processes/server";
import type { Bench, Measure } from "../row";
import { pairedRatio } from "../statistics";
import { startPopulatedBot, type Population } from "./populated-bot";
import { timeCommands, timeStore } from "./time-commands";

const STORE_ROUNDS = 20;

/**
 * Compares two populations in turn. The growths are the ratios of the large one to the small one: of a command, of the bot's
 * CPU time for it, and of the store's own read, list and write.
 */
export async function comparePopulations(
  { programFolder, load }: Bench,
  { small, large }: { small: Population; large: Population },
  { rounds, commands, sweepMs }: { rounds: number; commands: number; sweepMs: number },
): Promise<{ measures: Measure[]; commandGrowth: number; cpuGrowth: number; storeGrowth: number }> {
  await using graph = await startServer(cloud());
  await using teams = await startServer(connector());
  const urls = { graphUrl: graph.url, serviceUrl: `${teams.url}/` };
  await using smallBot = await startPopulatedBot(programFolder, urls, small);
  await using largeBot = await startPopulatedBot(programFolder, urls, large);
  await sleep(2 * sweepMs); // the bot's own sweep, at the start
  const rows = [smallBot, largeBot].map((bot) => ({
    bot,
    commandMs: new Array<number>(),
    cpuMs: new Array<number>(),
    storeMs: new Array<number>(),
  }));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { bot, commandMs, cpuMs, storeMs } of rows) {
      const command = await timeCommands(load, bot, commands);
      const storeTime = await timeStore(bot, STORE_ROUNDS);
      if (round === 0) continue; // warms everything up
      commandMs.push(command.elapsed);
      cpuMs.push(command.cpu);
      storeMs.push(storeTime);
    }
  }
  const [ofSmall, ofLarge] = rows;
  return {
    measures: rows.flatMap(({ bot, commandMs, cpuMs, storeMs }) => {
      const server = `${bot.conversationCount}`;
      return [
        { server, figure: "ms/command", values: commandMs },
        { server, figure: "CPU ms/command", values: cpuMs },
        { server, figure: "ms/read, list, write", values: storeMs },
      ];
    }),
    commandGrowth: pairedRatio(ofLarge?.commandMs ?? [], ofSmall?.commandMs ?? []),
    cpuGrowth: pairedRatio(ofLarge?.cpuMs ?? [], ofSmall?.cpuMs ?? []),
    storeGrowth: pairedRatio(ofLarge?.storeMs ?? [], ofSmall?.storeMs ?? []),
  };
}
