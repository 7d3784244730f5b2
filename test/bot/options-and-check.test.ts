import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHECK_IDS } from "../../src/check/check-words";
import type { CardElement } from "../../bot/cards/elements/adaptive-card";
import {
  type TestPerson,
  ada,
  bo,
  design,
  general,
  message,
  personalChat,
} from "../support/activities";
import { asOrganizer } from "../support/as-organizer";
import { buttonOf, buttonsOf, cardOf, cardOfAnswer, textFieldsOf, textOf } from "../support/cards";
import type { SentActivity } from "../support/connector";
import { changesIn } from "../support/meeting";
import { press, pressLegacy, pressOn } from "../support/press";
import { delegated, exchange, tokenOf } from "../support/sign-in";
import type { TestAppOptions } from "../support/start-app";
import { useApp } from "../support/use-app";

describe("options", () => {
  const app = useApp();

  /** The form's selected values, which a client sends back if nothing changes. */
  function chosenIn(body: CardElement[]): Record<string, string | undefined> {
    return Object.fromEntries(
      body.flatMap((element) =>
        element.type === "Input.ChoiceSet" ? [[element.id, element.value]] : [],
      ),
    );
  }

  /** The form after `options`, and its values. */
  async function open(): Promise<{
    form: SentActivity;
    inputs: Record<string, string | undefined>;
  }> {
    await app.turn(message("meet Sprint review", { from: ada }));
    const { sent } = await app.turn(message("options", { from: ada }));
    return { form: sent[0]!, inputs: chosenIn(cardOf(sent[0]).body) };
  }

  function save(form: SentActivity, inputs: object, from: TestPerson = ada) {
    return app.turn(pressOn(cardOf(form), "Save", { from, pressed: form.id, inputs }));
  }

  describe("options", () => {
    it("shows current values, after one read from Graph", async () => {
      await app.turn(message("meet Sprint review", { from: ada }));
      await asOrganizer(app, "PATCH", {
        lobbyBypassSettings: { scope: "invited" },
        allowedPresenters: "organizer",
        recordAutomatically: true,
      });
      const { sent, graphRequests } = await app.turn(message("options", { from: ada }));
      expect(graphRequests.map(({ method }) => method)).toEqual(["GET"]);
      expect(textOf(cardOf(sent[0]))).toContain("Sprint review");
      expect(chosenIn(cardOf(sent[0]).body)).toEqual({
        lobby: "invited",
        presenters: "organizer",
        chat: "enabled",
        recording: "true",
      });
    });

    it("saves changes with one PATCH, and every card says who made them", async () => {
      const { form, inputs } = await open();
      const { answer, sent, graphRequests } = await save(form, {
        ...inputs,
        lobby: "everyone",
        recording: "true",
      });
      expect(changesIn(graphRequests)).toEqual([
        expect.objectContaining({
          body: { lobbyBypassSettings: { scope: "everyone" }, recordAutomatically: true },
        }),
      ]);
      expect(app.cloud.meetings()).toMatchObject([
        {
          lobbyBypassSettings: { scope: "everyone" },
          recordAutomatically: true,
          allowedPresenters: "everyone",
          subject: "Sprint review",
        },
      ]);
      expect(sent.map(({ method, id }) => [method, id])).toEqual([
        ["PUT", form.id],
        ["PUT", "sent-1"],
      ]);
      for (const card of [cardOfAnswer(answer), ...sent.map(cardOf)]) {
        expect(textOf(card)).toContain("Options saved by Ada Lovelace.");
        expect(buttonOf(card, "Join")).toBeDefined();
      }
    });

    it("sends no request if nothing changed", async () => {
      const { form, inputs } = await open();
      const { answer, sent, graphRequests } = await save(form, inputs);
      expect(changesIn(graphRequests)).toEqual([]);
      expect(textOf(cardOfAnswer(answer))).not.toContain("saved");
      expect(sent.map(({ id }) => id)).toEqual([form.id]);
    });

    it("keeps options that someone changed elsewhere in the meantime", async () => {
      const { form, inputs } = await open();
      await asOrganizer(app, "PATCH", { lobbyBypassSettings: { scope: "everyone" } });
      const { graphRequests } = await save(form, { ...inputs, chat: "disabled" });
      expect(changesIn(graphRequests)).toMatchObject([{ body: { allowMeetingChat: "disabled" } }]);
      expect(app.cloud.meetings()).toMatchObject([
        { lobbyBypassSettings: { scope: "everyone" }, allowMeetingChat: "disabled" },
      ]);
    });

    it("saves through Action.Submit too", async () => {
      const { form, inputs } = await open();
      const activity = pressLegacy(form, "Save", { inputs: { ...inputs, chat: "disabled" } });
      const { sent } = await app.turn(activity);
      expect(sent[0]).toMatchObject({ method: "PUT", id: form.id });
      expect(app.cloud.meetings()).toMatchObject([{ allowMeetingChat: "disabled" }]);
    });

    it.each([
      ["an unknown scope", { lobby: "moon" }],
      ["another type", { lobby: 7, recording: {} }],
      ["another field of Graph", { allowedPresenters: "organizer", subject: "Mine" }],
      ["nothing", {}],
    ])("rejects values that the form doesn't offer: %s", async (_, inputs) => {
      const { form } = await open();
      const { graphRequests } = await save(form, inputs);
      expect(changesIn(graphRequests)).toEqual([]);
    });

    it("saves only in the meeting's own conversation", async () => {
      const { form, inputs } = await open();
      const elsewhere = pressOn(cardOf(form), "Save", { in: design, inputs });
      const { answer, graphRequests } = await app.turn(elsewhere);
      expect(graphRequests).toEqual([]);
      expect(answer.body).toMatchObject({ statusCode: 400, value: { code: "bad_reference" } });
    });

    it("offers a new meeting when Graph has lost this one, on showing and on saving", async () => {
      const { form, inputs } = await open();
      await asOrganizer(app, "DELETE");
      const shown = await app.turn(message("options", { from: ada }));
      const saved = await save(form, { ...inputs, lobby: "everyone" });
      for (const card of [cardOf(shown.sent[0]), cardOfAnswer(saved.answer)]) {
        expect(textOf(card)).toContain("Teams no longer has this meeting");
        expect(buttonOf(card, "Create meeting")).toMatchObject({ verb: "meet" });
      }
    });

    it("doesn't save while Graph is down, and tells only the person who pressed Save", async () => {
      const { form, inputs } = await open();
      app.cloud.addFault({ match: app.cloud.meetings()[0]!.id, times: 3, status: 503 });
      const { answer, sent } = await save(form, { ...inputs, lobby: "everyone" });
      expect(answer.body).toMatchObject({ statusCode: 400, value: { code: "graph_unavailable" } });
      expect(sent).toEqual([]);
      await save(form, { ...inputs, lobby: "everyone" });
      expect(app.cloud.meetings()).toMatchObject([{ lobbyBypassSettings: { scope: "everyone" } }]);
    });

    it("closes for everyone with Back if the form is its own message", async () => {
      const { form } = await open();
      const { sent, graphRequests } = await app.turn(press(form, "Back", { from: bo }));
      expect(graphRequests).toEqual([]);
      expect(sent).toMatchObject([{ method: "PUT", id: form.id }]);
      expect(buttonOf(cardOf(sent[0]), "Join")).toBeDefined();
    });

    it("shows the form only to the person who used the “…” menu, and the meeting again on Back", async () => {
      const { sent: made } = await app.turn(message("meet Sprint review", { from: ada }));
      const shown = await app.turn(press(made[0], "Options", { from: ada }));
      expect(shown.sent).toEqual([]);
      const back = await app.turn(pressOn(cardOfAnswer(shown.answer), "Back", { from: ada }));
      expect(back.sent).toEqual([]);
      expect(buttonOf(cardOfAnswer(back.answer), "Join")).toBeDefined();
    });
  });

  describe("permission to see and save options", () => {
    it("excludes other members, and says who to ask", async () => {
      const { form, inputs } = await open();
      const shown = await app.turn(message("options", { from: bo }));
      expect(textOf(cardOf(shown.sent[0]))).toContain("Ask Ada Lovelace");
      const saved = await save(form, { ...inputs, lobby: "everyone" }, bo);
      expect(saved.sent).toEqual([]);
      expect(saved.answer.body).toMatchObject({
        value: { code: "not_allowed", message: expect.stringContaining("Ask Ada Lovelace") },
      });
      expect(app.cloud.meetings()).toMatchObject([
        { lobbyBypassSettings: { scope: "organization" } },
      ]);
    });

    it("includes owners of the team", async () => {
      app.cloud.settings.teamOwners = [bo.aadId];
      const { form, inputs } = await open();
      const { answer } = await save(form, { ...inputs, lobby: "everyone" }, bo);
      expect(textOf(cardOfAnswer(answer))).toContain("Options saved by Bo Nilsson.");
    });
  });
});

describe("check", () => {
  const app = useApp();

  const APP_ID = "99999999-8888-4777-8666-555555555555";
  const SOUND = "Rendezvous works. All checks passed.";
  const ALONE = { in: personalChat };

  async function start(options: TestAppOptions = {}): Promise<void> {
    await app.restart({ ...options, config: { admins: [ada.aadId], ...options.config } });
  }

  /** The last card sent for a text. */
  async function check(typed = "check", options: Parameters<typeof message>[1] = {}) {
    const { sent, graphRequests } = await app.turn(message(typed, options));
    expect(sent).toHaveLength(1);
    const text = textOf(cardOf(sent[0]));
    return { sent: sent[0], card: cardOf(sent[0]), text, graphRequests };
  }

  describe("for an admin, in a chat with the bot", () => {
    test("shows every part of the setup, and tries a meeting in the admin's name", async () => {
      await start();
      const { text, card, graphRequests } = await check("check", ALONE);
      expect(text).toContain("All checks passed.");
      expect(text).toContain("Created a test meeting and deleted it.");
      expect(text).toContain("The public URL leads to Rendezvous.");
      // No app package was built.
      expect(text.match(/✓/g)).toHaveLength(CHECK_IDS.length - 1);
      expect(text).not.toContain("✕");
      expect(buttonsOf(card).map(({ title }) => title)).toEqual(["Check again"]);
      expect(graphRequests.map(({ method, status }) => [method, status])).toEqual([
        ["POST", 201],
        ["GET", 200],
        ["DELETE", 204],
      ]);
      expect(app.cloud.meetings()).toEqual([]);
    });

    test("shows faults first, with cmdlets to copy", async () => {
      await start({ settings: { policy: { exceptFor: [ada.aadId] } } });
      const { text, card } = await check("check", ALONE);
      expect(text).toContain("Found 1 problem.");
      expect(text.indexOf("No application access policy")).toBeLessThan(text.indexOf("Settings"));
      expect(textFieldsOf(card)).toMatchObject([
        {
          label: "Create the policy",
          isMultiline: true,
          value: `New-CsApplicationAccessPolicy -Identity Rendezvous -AppIds "${APP_ID}" -Description "Meetings made by Rendezvous"`,
        },
        {
          label: "Grant the policy",
          isMultiline: true,
          value: `Grant-CsApplicationAccessPolicy -PolicyName Rendezvous -Identity "${ada.aadId}"`,
        },
      ]);
    });

    test("shows links as buttons", async () => {
      await start({ settings: { appRoles: [] } });
      const { card, graphRequests } = await check("check", ALONE);
      expect(buttonsOf(card)[0]).toMatchObject({
        type: "Action.OpenUrl",
        title: "Open page",
        url: expect.stringContaining(`/CallAnAPI/appId/${APP_ID}`),
      });
      expect(graphRequests).toEqual([]);
    });

    test("Check again replaces the card, and uses permissions granted in the meantime", async () => {
      await start({ settings: { appRoles: [] } });
      const { sent } = await check("check", ALONE);
      app.cloud.settings.appRoles = ["OnlineMeetings.ReadWrite.All"];
      const { answer } = await app.turn(press(sent, "Check again", ALONE));
      expect(textOf(cardOfAnswer(answer))).toContain("All checks passed.");
      const { text } = await check("meet");
      expect(text).toContain("No fixed time");
    });

    test("tries the service account, if there is one, instead of the admin", async () => {
      const organizer = { aadId: bo.aadId };
      await start({ config: { organizerPolicy: { mode: "service", organizer } } });
      const { text, graphRequests } = await check("check", ALONE);
      expect(text).toContain("Created a test meeting and deleted it.");
      expect(graphRequests[0]?.path).toContain(`/users/${bo.aadId}/`);
    });

    test("shows the summary and buttons in the viewer's language, the details in English", async () => {
      await start({ settings: { policy: "none" } });
      const { text, card } = await check("vérifier", { ...ALONE, locale: "fr-FR" });
      expect(text).toContain("1 problème détecté.");
      expect(text).toContain("No application access policy lets Rendezvous create meetings");
      expect(JSON.stringify(card)).toContain("Grant-CsApplicationAccessPolicy");
      expect(buttonsOf(card).map(({ title }) => title)).toEqual(["Vérifier à nouveau"]);
    });
  });

  describe("for everyone else, and elsewhere", () => {
    const members: [string, Parameters<typeof message>[1]][] = [
      ["another person alone with the bot", { from: bo, ...ALONE }],
      ["another person in a channel", { from: bo }],
      ["an admin in a channel", { from: ada }],
    ];

    test.each(members)("tells %s that it works, without a call to Graph", async (_, options) => {
      await start();
      const { text, graphRequests } = await check("check", options);
      expect(text).toContain(SOUND);
      expect(graphRequests).toEqual([]);
    });

    test.each(members)("tells %s only that it doesn't work, and who to ask", async (_, options) => {
      await start({ settings: { appRoles: [] } });
      const { card } = await check("check", options);
      const said = JSON.stringify(card);
      expect(said).toContain("Ask your admin to send");
      expect(said).not.toMatch(/OnlineMeetings|https:\/\/entra|99999999|5d2b4c1e/);
    });

    test("says that it works if only something for admins is wrong", async () => {
      const programFolder = await mkdtemp(join(tmpdir(), "rendezvous-check-"));
      const packages = join(programFolder, "artifacts/app-package");
      await mkdir(packages, { recursive: true });
      await writeFile(join(packages, "rendezvous.prod.zip"), "no zip");
      await writeFile(join(programFolder, "package.json"), `{"version":"1.2.3"}`);
      await start({ config: { programFolder } });
      expect((await check("check", ALONE)).text).toContain("This file isn’t an app package.");
      expect((await check("check", { from: bo })).text).toContain(SOUND);
      await rm(programFolder, { recursive: true });
    });

    test("tells only admins where the details are", async () => {
      await start();
      const details = "To see the details, send “check” to Rendezvous in a personal chat.";
      expect((await check("check", { from: ada })).text).toContain(details);
      expect((await check("check", { from: bo })).text).not.toContain(details);
    });

    test("shows no details if ADMINS is empty", async () => {
      await start({ config: { admins: [] } });
      expect((await check("check", ALONE)).text).toContain(SOUND);
    });

    test("asks Entra at most once a minute, however often a channel asks", async () => {
      await start({ settings: { appRoles: [] } });
      await check();
      app.cloud.settings.appRoles = ["OnlineMeetings.ReadWrite.All"];
      app.cloud.settings.tokenLifetimeSeconds = 1;
      expect((await check()).text).not.toContain(SOUND);
    });

    test("shows another person nothing on an admin's button, and replaces no card", async () => {
      await start({ settings: { appRoles: [] } });
      const { sent } = await check("check", ALONE);
      const { answer } = await app.turn(press(sent, "Check again", { from: bo, ...ALONE }));
      expect(textOf(cardOfAnswer(answer))).toContain("Ask your admin to send");
      const elsewhere = await app.turn(press(sent, "Check again", { in: general }));
      expect(elsewhere.answer.body).toMatchObject({
        statusCode: 400,
        value: { code: "not_here", message: expect.stringContaining("doesn’t work") },
      });
      expect(elsewhere.sent).toEqual([]);
    });
  });

  describe("in delegated mode", () => {
    const admins = [ada.aadId];

    test("asks an admin to sign in, and doesn't need the app permission", async () => {
      await app.restart(delegated({ settings: { appRoles: [] }, config: { admins } }));
      const { text, graphRequests } = await check("check", ALONE);
      expect(text).toContain("Not needed: people sign in");
      expect(text).toContain("Send “signin” to Rendezvous in a personal chat, then check again.");
      expect(text).not.toContain("✕");
      expect(graphRequests).toEqual([]);
    });

    test("tries a meeting as the admin who signed in", async () => {
      await app.restart(delegated({ config: { admins } }));
      const { sent } = await app.turn(message("signin", ALONE));
      await app.turn(exchange(sent[0], tokenOf(app, ada), ALONE));
      const { text, graphRequests } = await check("check", ALONE);
      expect(text).toContain("Created a test meeting and deleted it.");
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

  test("answers within the turn, even if no service responds", async () => {
    await start({ isGraphOnClock: true });
    app.cloud.addFault({ match: "createOrGet", delayMs: 60_000, drop: true });
    const turn = app.turn(message("check", ALONE));
    await app.clock.waitForSleep(60_000);
    await app.clock.advance(5_000);
    await app.clock.advance(60_000);
    const { sent } = await turn;
    expect(textOf(cardOf(sent.at(-1)))).toContain("There was no response after 5 seconds.");
    expect(app.cloud.meetings()).toEqual([]);
  });
});
