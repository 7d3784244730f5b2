import type { MeetingStore } from "../../src/meetings/ports/meeting-store";
import type { TestConversation } from "../../test/support/activities";
import { rendezvousDemo } from "../processes/programs";
import { startServer, type Server } from "../processes/server";
import { meetsAgain } from "../traffic/commands";
import { makeMeetings } from "../traffic/made-meetings";
import { openPatiently } from "./open-patiently";

/** How many conversations are used. They are made through the front door, and the others only fill the store. */
export const USED_CONVERSATIONS = 10;

/** A store, and how many conversations fill it. */
export interface Population {
  /** `STORE`. */
  spec: string;
  othersCount: number;
}

/** The bot with meetings in its used conversations, and a filled store. */
export interface PopulatedBot extends AsyncDisposable {
  conversationCount: number;
  server: Server;
  /** Requests that show the meetings again. */
  bodies: string[][];
  conversations: TestConversation[];
  /** The bot's store, opened by the bench too. */
  store: MeetingStore;
}

export async function startPopulatedBot(
  programFolder: string,
  urls: { graphUrl: string; serviceUrl: string },
  { spec, othersCount }: Population,
): Promise<PopulatedBot> {
  const { graphUrl, serviceUrl } = urls;
  const server = await startServer(rendezvousDemo(programFolder, { graphUrl, store: spec }));
  const meetings = await makeMeetings(server.url, USED_CONVERSATIONS);
  const conversations = meetings.map(({ conversation }) => conversation);
  const store = openPatiently(spec);
  return {
    conversationCount: othersCount + USED_CONVERSATIONS,
    server,
    bodies: meetsAgain(conversations, serviceUrl),
    conversations,
    store,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await store.close();
    },
  };
}
