import { ada, bo, message, type TestPerson } from "../support/activities";
import { asOrganizer } from "../support/as-organizer";
import { cardOf, cardOfAnswer, textOf } from "../support/cards";
import { createOrGetBodies } from "../support/extension";
import { changesIn, linkOf } from "../support/meeting";
import { press } from "../support/press";
import { delegated, exchange, tokenOf } from "../support/sign-in";
import { useApp } from "../support/use-app";

const DAY_MS = 24 * 3_600_000;
const SERIES = "meet Stand-up every weekday 9:30 for 15 min";
const RULE = "Weekdays 9:30–9:45 AM";

// It's Friday, 20 November 2026, 10:00 in Paris.
describe("a series whose link changes", () => {
  const app = useApp();
  const textIn = (card: Parameters<typeof textOf>[0]) => textOf(card).replace(/[^\S\n]/gu, " ");

  /** A series whose next meeting is moved, and whose second one is skipped. */
  async function create() {
    const { sent } = await app.turn(message(SERIES, { from: ada }));
    const { sent: asked } = await app.turn(message("move to 10:00", { from: ada }));
    await app.turn(press(asked[0], "Only Mon, Nov 23", { from: ada }));
    await app.turn(message("skip Tuesday", { from: ada }));
    return sent[0]!;
  }
  const EXCEPTIONS = `${RULE} · next Mon, Nov 23, 10:00–10:15 AM\nSkipped: Tue, Nov 24`;
  const next = { startDateTime: "2026-11-23T09:00:00.000Z" };

  it("stays the same with “new”", async () => {
    const before = await create();
    const { sent } = await app.turn(message("new", { from: ada }));
    const { answer, graphRequests } = await app.turn(
      press(sent[0], "Create new link", { from: ada }),
    );
    expect(createOrGetBodies(graphRequests)).toMatchObject([next]);
    const card = cardOfAnswer(answer);
    expect(textIn(card)).toContain(EXCEPTIONS);
    expect(linkOf(card)).not.toBe(linkOf(cardOf(before)));
  });

  it.each(["404", "new"] as const)(
    "stays the same if Graph lost the meeting (after DELETE: %s)",
    async (afterDelete) => {
      app.cloud.settings.afterDelete = afterDelete;
      const before = await create();
      await asOrganizer(app, "DELETE");
      const { sent } = await app.turn(message("meet", { from: bo }));
      const card = cardOf(sent[0]);
      expect(textIn(card)).toContain("the link is new");
      expect(textIn(card)).toContain(EXCEPTIONS);
      expect(textIn(card)).toContain("Ada Lovelace (host)");
      expect(linkOf(card)).not.toBe(linkOf(cardOf(before)));
      expect(app.cloud.meetings().at(-1)).toMatchObject({
        startDateTime: "2026-11-23T09:00:00.0000000Z",
      });
    },
  );

  it("stays the same if a change finds that Graph lost the meeting", async () => {
    await create();
    await asOrganizer(app, "DELETE");
    const { sent } = await app.turn(message("skip Wednesday", { from: bo }));
    const text = textIn(cardOf(sent[0]));
    expect(text).toContain(`${RULE} · next Mon, Nov 23, 10:00–10:15 AM`);
    expect(text).toContain("Skipped: Tue, Nov 24, and Wed, Nov 25");
  });

  it("stays the same with another host", async () => {
    await create();
    app.cloud.settings.unlicensedUsers = [ada.aadId];
    const { sent, graphRequests } = await app.turn(message("meet", { from: bo }));
    expect(createOrGetBodies(graphRequests).at(-1)).toMatchObject(next);
    const text = textIn(cardOf(sent[0]));
    expect(text).toContain("Bo Nilsson is the new host");
    expect(text).toContain(EXCEPTIONS);
    await app.clock.advance(5 * DAY_MS);
    const { sent: later } = await app.turn(message("meet", { from: bo }));
    expect(textIn(cardOf(later[0]))).toContain(`${RULE} · next tomorrow, Nov 26`);
  });

  it("costs neither Graph nor the store anything when its card is refreshed within 15 s", async () => {
    await create();
    const { sent } = await app.turn(message("meet", { from: ada }));
    await app.clock.advance(14_999);
    const { records, recentMeetings, joinLinks, due } = app.store;
    const writes = [records, recentMeetings, joinLinks, due].flatMap((rows) => [
      jest.spyOn(rows, "insert"),
      jest.spyOn(rows, "replace"),
      jest.spyOn(rows, "erase"),
    ]);
    const {
      answer,
      graphRequests,
      sent: updates,
    } = await app.turn(press(sent[0], "Refresh", { from: bo }));
    expect(textIn(cardOfAnswer(answer))).toContain(EXCEPTIONS);
    expect([graphRequests, updates]).toEqual([[], []]);
    for (const write of writes) expect(write).not.toHaveBeenCalled();
  });

  describe("in delegated mode", () => {
    beforeEach(() => app.restart(delegated()));

    async function signIn(person: TestPerson) {
      const { sent } = await app.turn(message("signin", { from: person }));
      await app.turn(exchange(sent.at(-1), tokenOf(app, person), { from: person }));
    }

    it("is changed by its host, and shown to everyone else", async () => {
      await signIn(ada);
      const { sent } = await app.turn(message(SERIES, { from: ada }));
      expect(textIn(cardOf(sent[0]))).toContain(`${RULE} · next Mon, Nov 23`);
      const { sent: shown, graphRequests } = await app.turn(message("meet", { from: bo }));
      expect(graphRequests).toEqual([]);
      expect(textIn(cardOf(shown[0]))).toContain(`${RULE} · next Mon, Nov 23`);
      const { sent: denied } = await app.turn(message("skip", { from: bo }));
      expect(textIn(cardOf(denied[0]))).toContain("Ada Lovelace");
      expect(textIn(cardOf(denied[0]))).not.toContain("Skipped");
      const { sent: skipped, graphRequests: changes } = await app.turn(
        message("skip", { from: ada }),
      );
      expect(changesIn(changes)).toMatchObject([
        {
          path: expect.stringContaining("/me/"),
          body: { startDateTime: "2026-11-24T08:30:00.000Z" },
        },
      ]);
      expect(textIn(cardOf(skipped[0]))).toContain("next Tue, Nov 24\nSkipped: Mon, Nov 23");
    });

    it("moves on when others see it, at Graph only for its host", async () => {
      await signIn(ada);
      const { sent } = await app.turn(message(SERIES, { from: ada }));
      await app.clock.advance(3 * DAY_MS);
      const others = await app.turn(press(sent[0], "Refresh", { from: bo }));
      expect(others.graphRequests).toEqual([]);
      expect(textIn(cardOfAnswer(others.answer))).toContain("next tomorrow, Nov 24");
    });
  });
});
