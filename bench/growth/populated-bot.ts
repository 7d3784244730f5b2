import { openStore } from "../../src/storage/open-store";
import type { MeetingStore } from "../../src/meetings/ports/meeting-store";
import { rendezvousDemo } from "../processes/programs";
import { startServer, type Server } from "../processes/server";

/** The bot with meetings in many conversations. */
export interface PopulatedBot extends AsyncDisposable {
  conversationCount: number;
  server: Server;
  /** The bot's store, opened by the bench too. */
  store: MeetingStore;
}

export async function startPopulatedBot(
  programFolder: string,
  graphUrl: string,
  { spec, conversationCount }: { spec: string; conversationCount: number },
): Promise<PopulatedBot> {
  const server = await startServer(rendezvousDemo(programFolder, { graphUrl, store: spec }));
  const store = openStore(spec);
  return {
    conversationCount,
    server,
    store,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await store.close();
    },
  };
}
