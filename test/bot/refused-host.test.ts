import { ada, bo, general, message } from "../support/activities";
import { cardOf, cardOfAnswer, textOf } from "../support/cards";
import { changesIn } from "../support/meeting";
import { press } from "../support/press";
import { useApp } from "../support/use-app";

const service = { aadId: "5e50acc0-0000-4000-8000-000000000000" };

const app = useApp();

describe("a meeting whose host has lost the licence", () => {
  beforeEach(async () => {
    await app.restart();
    await app.turn(message("meet Sprint review", { from: ada }));
    app.cloud.settings.unlicensedUsers = [ada.aadId];
    app.cloud.settings.teamOwners = [bo.aadId];
  });

  const ABOUT_HOST = "Teams no longer lets this meeting’s host act for it";

  it.each(["rename Demo", "move tomorrow 5pm"])(
    "is not changed by “%s”, and the words are about the host, not about who asked",
    async (text) => {
      const { sent } = await app.turn(message(text, { from: bo }));
      const told = textOf(cardOf(sent[0]));
      expect(told).toContain(ABOUT_HOST);
      expect(told).toContain("Type “@Rendezvous meet”");
      expect(told).not.toContain("your account");
      expect(app.cloud.meetings()).toMatchObject([{ subject: "Sprint review" }]);
      const stored = await app.store.get({ ...general, room: "" });
      expect(stored?.record.lease).toBeUndefined();
    },
  );

  it("is told of as the host's also when the meeting is gone and has to be made anew", async () => {
    app.cloud.addFault({
      match: "onlineMeetings/MS",
      times: 1,
      status: 404,
      body: { error: { code: "NotFound", message: "3004: gone" } },
    });
    const { sent } = await app.turn(message("rename Demo", { from: bo }));
    expect(textOf(cardOf(sent[0]))).toContain(ABOUT_HOST);
  });

  it("gets no new link by “new”, and the words are about the host", async () => {
    const { sent } = await app.turn(message("new", { from: bo }));
    const { answer } = await app.turn(press(sent[0], "Make a new link", { from: bo }));
    expect(answer.body).toMatchObject({
      statusCode: 400,
      value: { code: "host_refused", message: expect.stringContaining(ABOUT_HOST) },
    });
    expect(app.cloud.meetings()).toHaveLength(1);
  });

  it("goes on as those words say, with who types meet as its host", async () => {
    await app.turn(message("rename Demo", { from: bo }));
    const { sent } = await app.turn(message("meet", { from: bo }));
    expect(textOf(cardOf(sent[0]))).toContain("Bo Nilsson hosts it now");
  });
});

async function cancel() {
  const { sent } = await app.turn(message("cancel", { from: ada }));
  const confirmed = await app.turn(press(sent[0], "Cancel meeting", { from: ada }));
  return { question: sent[0]!, ...confirmed };
}

describe("where one account hosts all meetings, cancel", () => {
  const ABOUT_ACCOUNT = "The account that hosts all meetings here cannot host one just now";

  beforeEach(async () => {
    await app.restart({ config: { organizerPolicy: { mode: "service", organizer: service } } });
    await app.turn(message("meet Sprint review", { from: ada }));
  });

  it("is refused in words while the policy is withdrawn, and the meeting lives on", async () => {
    app.cloud.settings.policy = "none";
    const { question, answer, sent } = await cancel();
    expect(answer.body).toMatchObject({
      statusCode: 400,
      value: {
        code: "service_organizer_refused",
        message: expect.stringContaining(ABOUT_ACCOUNT),
      },
    });
    expect(sent).toEqual([]);
    expect(app.cloud.meetings()).toHaveLength(1);
    const stored = await app.store.get({ ...general, room: "" });
    expect(stored?.record.state).toBe("live");
    expect(stored?.record.lease).toBeUndefined();

    app.cloud.settings.policy = "all";
    const again = await app.turn(press(question, "Cancel meeting", { from: ada }));
    expect(textOf(cardOfAnswer(again.answer))).toContain("was cancelled by Ada Lovelace");
    expect(app.cloud.meetings()).toEqual([]);
  });

  it("is done where the account is gone, whose links all die with it", async () => {
    app.cloud.settings.unknownUsers = [service.aadId];
    const { answer, graphRequests } = await cancel();
    expect(changesIn(graphRequests)).toMatchObject([{ method: "DELETE", status: 404 }]);
    expect(textOf(cardOfAnswer(answer))).toContain("was cancelled by Ada Lovelace");
    const stored = await app.store.get({ ...general, room: "" });
    expect(stored?.record.state).toBe("cancelled");
  });
});
