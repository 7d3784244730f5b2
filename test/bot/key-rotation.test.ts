import { createSecretKey, type KeyObject } from "node:crypto";
import { message } from "../support/activities";
import { cardOf, cardOfAnswer } from "../support/cards";
import type { SentActivity } from "../support/connector";
import { linkOf } from "../support/meeting";
import { copyLink, openLink } from "../support/meeting-links";
import { press } from "../support/press";
import { startApp, type TestApp } from "../support/start-app";
import { SEALING_KEY } from "../support/test-config";
import { useApp } from "../support/use-app";

// docs/operating.md promises these to those who replace SEALING_KEY.

const NEW_KEY = createSecretKey(Buffer.alloc(32, 9));

const app = useApp();
let sent: SentActivity[];
let joinUrl: string;
let link: string;
beforeEach(async () => {
  ({ sent } = await app.turn(message("meet Sprint review")));
  joinUrl = linkOf(cardOf(sent[0]));
  link = await copyLink(app, sent[0]);
});

/** Another server with the same records. */
async function withServer(
  sealingKeys: [KeyObject, ...KeyObject[]],
  use: (server: TestApp) => Promise<void>,
): Promise<void> {
  const { store, cloud, clock } = app;
  const server = await startApp({ store, cloud, clock, config: { sealingKeys } });
  await use(server);
  await server.stop();
}

async function expectToWork(server: TestApp, card: SentActivity | undefined, url: string) {
  const { answer } = await server.turn(press(card, "Refresh"));
  expect(linkOf(cardOfAnswer(answer))).toBe(joinUrl);
  expect((await openLink(server, url)).headers.get("location")).toBe(joinUrl);
}

test("cards and links of the previous key work, and new ones use the new key", async () => {
  await withServer([NEW_KEY, SEALING_KEY], (server) => expectToWork(server, sent[0], link));
  await withServer([NEW_KEY, SEALING_KEY], async (server) => {
    const later = (await server.turn(message("meet"))).sent[0];
    const laterLink = await copyLink(server, later);
    await withServer([NEW_KEY], (after) => expectToWork(after, later, laterLink));
  });
});

test("a server that has the new key as its previous one reads what the others make", async () => {
  await withServer([NEW_KEY, SEALING_KEY], async (server) => {
    const later = (await server.turn(message("meet"))).sent[0];
    const laterLink = await copyLink(server, later);
    await withServer([SEALING_KEY, NEW_KEY], (other) => expectToWork(other, later, laterLink));
  });
});

test("without the previous key, cards and links end, and meet shows the same meeting", async () => {
  await withServer([NEW_KEY], async (server) => {
    const { answer } = await server.turn(press(sent[0], "Refresh"));
    expect(answer.body).toMatchObject({ value: { code: "bad_reference" } });
    expect((await openLink(server, link)).status).toBe(404);
    const again = await server.turn(message("meet"));
    expect(linkOf(cardOf(again.sent[0]))).toBe(joinUrl);
  });
});
