import { z } from "zod";
import { listen } from "../../src/listen";
import { message, type TestConversation } from "../../test/support/activities";
import { channel } from "./conversations";
import { findButtons } from "./find-buttons";
import { fromTeams } from "./from-teams";
import { post } from "./post";
import { readers } from "./readers";

/** A meeting as people have it in front of them. */
export interface MadeMeeting {
  conversation: TestConversation;
  /** What the card's Refresh button sends. */
  refreshData: object;
}

const cardSchema = z.object({
  attachments: z.tuple([z.object({ content: z.object({ body: z.array(z.unknown()) }) })]),
});

/** Makes meetings through the front door: each is a `meet` in another channel. */
export async function makeMeetings(url: string, count: number): Promise<MadeMeeting[]> {
  const sent: unknown[] = [];
  const connector = await listen(
    (request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        sent.push(JSON.parse(Buffer.concat(chunks).toString()));
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify({ id: `sent-${sent.length}` }));
      });
    },
    { host: "127.0.0.1", port: 0 },
  );
  const meetings: MadeMeeting[] = [];
  for (const [index, { from }] of readers(count).entries()) {
    const conversation = channel(index);
    const meet = message(`meet Sprint review ${index} tomorrow 3pm`, { from, in: conversation });
    await post(url, fromTeams(meet, `${connector.url}/`));
    meetings.push({ conversation, refreshData: findRefreshData(sent.at(-1)) });
  }
  await connector.stop(0);
  return meetings;
}

function findRefreshData(activity: unknown): object {
  const [{ content }] = cardSchema.parse(activity).attachments;
  const button = findButtons(content.body).find(({ verb }) => verb === "refresh");
  if (!button) throw new Error("The card has no Refresh button.");
  return button.data;
}
