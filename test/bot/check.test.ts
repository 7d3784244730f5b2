import { buttonsOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { ada, bo, general, message, personalChat } from "../support/activities";
import { press } from "../support/press";
import { delegated, exchange, tokenOf } from "../support/sign-in";
import type { TestAppOptions } from "../support/start-app";
import { useApp } from "../support/use-app";

const app = useApp();

const APP_ID = "99999999-8888-4777-8666-555555555555";
const SOUND = "Rendezvous works: everything that was looked at is in order.";
const ALONE = { in: personalChat };

async function start(options: TestAppOptions = {}): Promise<void> {
  await app.restart({ ...options, config: { admins: [ada.aadId], ...options.config } });
}

/** The last card that was sent for what somebody types. */
async function check(typed = "check", options: Parameters<typeof message>[1] = {}) {
  const { sent, graphRequests } = await app.turn(message(typed, options));
  expect(sent).toHaveLength(1);
  // Without the breaks within long words, which nobody sees.
  const text = textOf(cardOf(sent[0])).replaceAll("\u200B", "");
  return { sent: sent[0], card: cardOf(sent[0]), text, graphRequests };
}

describe("to an admin, in a chat with the bot alone", () => {
  test("every part of the set-up is shown, and a meeting is tried in the admin's own name", async () => {
    await start();
    const { text, card, graphRequests } = await check("check", ALONE);
    expect(text).toContain("Everything that was looked at is in order.");
    expect(text).toContain(`Meetings can be made in the name of ${ada.aadId}.`);
    expect(text).toContain("https://rendezvous.example.com leads to Rendezvous.");
    expect(text.match(/✓/g)).toHaveLength(8);
    expect(text).not.toContain("✕");
    expect(buttonsOf(card).map(({ title }) => title)).toEqual(["Look again"]);
    expect(graphRequests.map(({ method, status }) => [method, status])).toEqual([
      ["POST", 201],
      ["GET", 200],
      ["DELETE", 204],
    ]);
    expect(app.cloud.meetings()).toEqual([]);
  });

  test("what is wrong comes first, with the cmdlets to copy", async () => {
    await start({ settings: { policy: { exceptFor: [ada.aadId] } } });
    const { text, card } = await check("check", ALONE);
    expect(text).toContain("One thing is not in order.");
    expect(text.indexOf("No application access policy")).toBeLessThan(text.indexOf("Settings"));
    const fields = card.body.filter(({ type }) => type === "Input.Text");
    expect(fields).toEqual([
      expect.objectContaining({
        label: "To copy",
        isMultiline: true,
        value:
          `New-CsApplicationAccessPolicy -Identity Rendezvous -AppIds "${APP_ID}" -Description "Meetings made by Rendezvous"\n` +
          `Grant-CsApplicationAccessPolicy -PolicyName Rendezvous -Identity "${ada.aadId}"`,
      }),
    ]);
  });

  test("what is to be clicked is a button", async () => {
    await start({ settings: { appRoles: [] } });
    const { card, graphRequests } = await check("check", ALONE);
    expect(buttonsOf(card)[0]).toMatchObject({
      type: "Action.OpenUrl",
      title: "Open the page",
      url: expect.stringContaining(`/CallAnAPI/appId/${APP_ID}`),
    });
    expect(graphRequests).toEqual([]);
  });

  test("Look again replaces the card; what was consented to meanwhile is seen, and used", async () => {
    await start({ settings: { appRoles: [] } });
    const { sent } = await check("check", ALONE);
    app.cloud.settings.appRoles = ["OnlineMeetings.ReadWrite.All"];
    const { answer } = await app.turn(press(sent, "Look again", ALONE));
    expect(textOf(cardOfAnswer(answer))).toContain("Everything that was looked at is in order.");
    const { text } = await check("meet");
    expect(text).toContain("Open any time");
  });

  test("one account that hosts all is tried in place of the admin", async () => {
    const organizer = { aadId: bo.aadId };
    await start({ config: { organizerPolicy: { mode: "service", organizer } } });
    const { text, graphRequests } = await check("check", ALONE);
    expect(text).toContain(`Meetings can be made in the name of ${bo.aadId}.`);
    expect(graphRequests[0]?.path).toContain(`/users/${bo.aadId}/`);
  });

  test("it is in the reader's language, and the cmdlets are as they are", async () => {
    await start({ settings: { policy: "none" } });
    const { text, card } = await check("vérifier", { ...ALONE, locale: "fr-FR" });
    expect(text).toContain("1 point n’est pas en ordre.");
    expect(JSON.stringify(card)).toContain("Grant-CsApplicationAccessPolicy");
  });
});

describe("to everybody else, and elsewhere", () => {
  const others: [string, Parameters<typeof message>[1]][] = [
    ["another person alone with the bot", { from: bo, ...ALONE }],
    ["another person in a channel", { from: bo }],
    ["an admin in a channel", { from: ada }],
  ];

  test.each(others)("%s learns that it works, and Graph makes nothing", async (_, options) => {
    await start();
    const { text, graphRequests } = await check("check", options);
    expect(text).toContain(SOUND);
    expect(graphRequests).toEqual([]);
  });

  test.each(others)(
    "%s learns that it does not, whom to ask, and nothing more",
    async (_, options) => {
      await start({ settings: { appRoles: [] } });
      const { card } = await check("check", options);
      const said = JSON.stringify(card);
      expect(said).toContain("Tell whoever runs it in your organization");
      expect(said).not.toMatch(/OnlineMeetings|https:\/\/entra|99999999|5d2b4c1e/);
    },
  );

  test("an admin is told where the details are, and nobody else", async () => {
    await start();
    const details = "You see the details when you type “check” in a chat with Rendezvous alone.";
    expect((await check("check", { from: ada })).text).toContain(details);
    expect((await check("check", { from: bo })).text).not.toContain(details);
  });

  test("where ADMINS names nobody, nobody sees the details", async () => {
    await start({ config: { admins: [] } });
    expect((await check("check", ALONE)).text).toContain(SOUND);
  });

  test("however often a channel asks, Entra is asked once a minute", async () => {
    await start({ settings: { appRoles: [] } });
    await check();
    app.cloud.settings.appRoles = ["OnlineMeetings.ReadWrite.All"];
    app.cloud.settings.tokenLifetimeSeconds = 1;
    expect((await check()).text).not.toContain(SOUND);
  });

  test("an admin's button shows another person nothing, and replaces nobody's card", async () => {
    await start({ settings: { appRoles: [] } });
    const { sent } = await check("check", ALONE);
    const { answer } = await app.turn(press(sent, "Look again", { from: bo, ...ALONE }));
    expect(textOf(cardOfAnswer(answer))).toContain("Tell whoever runs it");
    const elsewhere = await app.turn(press(sent, "Look again", { in: general }));
    expect(elsewhere.answer.body).toMatchObject({
      statusCode: 400,
      value: { code: "not_here", message: expect.stringContaining("does not belong") },
    });
    expect(elsewhere.sent).toEqual([]);
  });
});

describe("where people act in their own name", () => {
  const admins = [ada.aadId];

  test("an admin who has not signed in is told to; the app's permission is not needed", async () => {
    await app.restart(delegated({ settings: { appRoles: [] }, config: { admins } }));
    const { text, graphRequests } = await check("check", ALONE);
    expect(text).toContain("Not needed: people sign in");
    expect(text).toContain("Type “signin” in a chat with Rendezvous alone, and look again.");
    expect(text).not.toContain("✕");
    expect(graphRequests).toEqual([]);
  });

  test("one who has is tried as they are", async () => {
    await app.restart(delegated({ config: { admins } }));
    const { sent } = await app.turn(message("signin", ALONE));
    await app.turn(exchange(sent[0], tokenOf(app, ada), ALONE));
    const { text, graphRequests } = await check("check", ALONE);
    expect(text).toContain(`Meetings can be made in the name of ${ada.aadId}.`);
    expect(
      graphRequests.map(({ method, path }) => [method, path.replace(/[^/]{30,}$/, "…")]),
    ).toEqual([
      ["POST", "/v1.0/me/onlineMeetings/createOrGet"],
      ["GET", "/beta/me/onlineMeetings/…"],
      ["DELETE", "/v1.0/me/onlineMeetings/…"],
    ]);
    expect(app.cloud.meetings()).toEqual([]);
  });
});

test("an answer comes within the turn, though nothing answers", async () => {
  await start({ isGraphOnClock: true });
  app.cloud.addFault({ match: "createOrGet", delayMs: 60_000, drop: true });
  const turn = app.turn(message("check", ALONE));
  await app.clock.untilSomebodySleeps(60_000);
  await app.clock.advance(5_000);
  await app.clock.advance(60_000);
  const { sent } = await turn;
  expect(textOf(cardOf(sent.at(-1)))).toContain("It did not answer in 5 s.");
  expect(app.cloud.meetings()).toEqual([]);
});
