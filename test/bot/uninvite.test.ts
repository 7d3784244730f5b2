import { ada, bo, chen, message } from "../support/activities";
import { asOrganizer } from "../support/as-organizer";
import { cardOf, textOf } from "../support/cards";
import { changesIn, plan } from "../support/meeting";
import { useApp } from "../support/use-app";

describe("removing people", () => {
  const app = useApp();

  const attendees = () =>
    app.cloud.meetings().map(({ participants }) => participants?.attendees ?? []);
  const invited = `${plan} with @Bo Nilsson and @Chen Wei as presenter`;
  const mentions = [ada, bo, chen];

  beforeEach(() => app.turn(message(invited, { from: ada, mentions })));

  it("recreates a lost meeting without them", async () => {
    await asOrganizer(app, "DELETE");
    const { sent } = await app.turn(message("uninvite @Bo Nilsson", { from: ada, mentions }));
    expect(textOf(cardOf(sent[0]))).toContain("the link is new");
    expect(attendees()).toMatchObject([
      [{ identity: { user: { id: chen.aadId } }, role: "presenter" }],
    ]);
    expect(textOf(cardOf(sent[0]))).not.toContain("Bo Nilsson");
  });

  it.each(["@Ada Lovelace", "@Ada Lovelace and @Bo Nilsson"])(
    "keeps the host: uninvite %s",
    async (names) => {
      const { sent, graphRequests } = await app.turn(
        message(`uninvite ${names}`, { from: bo, mentions }),
      );
      expect(changesIn(graphRequests)).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toBe("The host can’t be removed. Nothing was changed.");
    },
  );

  it("keeps a host who was invited by address", async () => {
    const identity = { user: { id: ada.aadId } };
    await asOrganizer(app, "PATCH", {
      participants: { attendees: [{ identity, upn: "ada@contoso.com" }] },
    });
    await app.turn(message("rename Retro", { from: ada }));
    const { sent, graphRequests } = await app.turn(message("uninvite ada@contoso.com"));
    expect(changesIn(graphRequests)).toEqual([]);
    expect(textOf(cardOf(sent[0]))).toContain("The host can’t be removed.");
  });
});
