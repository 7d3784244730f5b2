import type { Activity } from "botbuilder";
import { PREPARING_AFTER_MS } from "../../bot/delivery/answerer";
import {
  type TestPerson,
  ada,
  bo,
  chen,
  extensionInvoke,
  message,
  personalChat,
  slash,
} from "../support/activities";
import { asOrganizer } from "../support/as-organizer";
import { buttonOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { type SentActivity, isTargeted } from "../support/connector";
import {
  dialogOf,
  openMeet,
  pressBelow,
  submitDialog,
  previewOf,
  resultsOf,
  messageTextOf,
} from "../support/extension";
import { changesIn, linkOf } from "../support/meeting";
import { createPausableStore } from "../support/pausable-store";
import { press, pressLegacy, pressOn } from "../support/press";
import {
  APP_ID_URI,
  START_URL,
  delegated,
  exchange,
  isSignInCard,
  pageResultOf,
  publicOf,
  tokenOf,
  verifyState,
} from "../support/sign-in";
import type { Answer } from "../support/start-app";
import { useApp } from "../support/use-app";

describe("buttons that need a sign-in", () => {
  const app = useApp(delegated());

  /** A person signs in, in the chat with the bot. */
  async function signIn(person: TestPerson): Promise<void> {
    const options = { from: person, in: personalChat };
    const { sent } = await app.turn(message("signin", options));
    await app.turn(exchange(sent[0], tokenOf(app, person), options));
  }

  /** The card of the channel's meeting, hosted by Ada. */
  async function meetAsAda(text = "meet Sprint review"): Promise<SentActivity | undefined> {
    await signIn(ada);
    const { sent } = await app.turn(message(text));
    return sent[0];
  }

  /** Teams sends the button again with the result of the sign-in. */
  function again(pressed: Partial<Activity>, signedIn: object): Partial<Activity> {
    return { ...pressed, value: { ...(pressed.value as object), ...signedIn } };
  }

  const loginRequest = {
    statusCode: 401,
    type: "application/vnd.microsoft.activity.loginRequest",
    value: {
      text: expect.stringContaining("in your name"),
      connectionName: "",
      tokenExchangeResource: { id: expect.any(String), uri: APP_ID_URI },
      buttons: [{ type: "signin", title: "Sign in", text: "Sign in", value: START_URL }],
    },
  };

  /** The Meet button after unknown text. */
  async function findMeet(options = {}): Promise<Partial<Activity>> {
    const { sent } = await app.turn(message("nice weather", options));
    return press(sent[0], "Meet", options);
  }

  describe("a button that requires sign-in", () => {
    test("gets the sign-in response, and runs when Teams sends it again with a token", async () => {
      const pressed = await findMeet();
      const asked = await app.turn(pressed);
      expect(asked.answer).toEqual({ status: 200, body: loginRequest });
      expect([asked.sent, asked.graphRequests]).toEqual([[], []]);

      const authentication = { id: "1", connectionName: "", token: tokenOf(app, ada) };
      const { answer } = await app.turn(again(pressed, { authentication }));
      expect(linkOf(cardOfAnswer(answer))).toBeTruthy();
      expect(app.cloud.meetings()).toMatchObject([{ userId: ada.aadId }]);
    });

    test("runs when Teams sends it again with our page's result", async () => {
      const pressed = await findMeet();
      await app.turn(pressed);
      const { answer } = await app.turn(again(pressed, { state: await pageResultOf(app, ada) }));
      expect(linkOf(cardOfAnswer(answer))).toBeTruthy();
    });

    test.each<[what: string, toSignedIn: () => object]>([
      ["another person's token", () => ({ authentication: { token: tokenOf(app, bo) } })],
      ["an invalid page result", () => ({ state: "nonsense" })],
    ])("fails as Teams expects with %s", async (_, toSignedIn) => {
      const pressed = await findMeet();
      const { answer } = await app.turn(again(pressed, toSignedIn()));
      expect(answer).toEqual({
        status: 200,
        body: {
          statusCode: 412,
          type: "application/vnd.microsoft.error.preconditionFailed",
          value: {
            code: "412",
            message: expect.stringContaining("Microsoft 365 didn’t accept your sign-in"),
          },
        },
      });
      expect(app.cloud.meetings()).toEqual([]);
    });

    test("responds with a failure without consent, so that our page opens", async () => {
      const pressed = await findMeet();
      app.cloud.settings.consents = [];
      const authentication = { token: tokenOf(app, ada) };
      const { answer } = await app.turn(again(pressed, { authentication }));
      expect(answer.body).toMatchObject({ statusCode: 412 });
    });

    test("waits like a command in an older client, and its answer replaces the card", async () => {
      const { sent } = await app.turn(message("nice weather", { in: personalChat }));
      const asked = await app.turn(pressLegacy(sent[0], "Meet", { in: personalChat }));
      expect(asked.sent.map(isSignInCard)).toEqual([true]);
      const done = await app.turn(exchange(asked.sent[0], tokenOf(app, ada), { in: personalChat }));
      const [answered, closed] = done.sent;
      expect(answered).toMatchObject({ method: "PUT", id: sent[0]?.id });
      expect(linkOf(cardOf(answered))).toBeTruthy();
      expect(closed).toMatchObject({ method: "PUT", id: asked.sent[0]?.id });
    });
  });

  describe("a slow button that requires sign-in", () => {
    /** Presses Meet after unknown text, and returns what is sent after the preparing card. */
    async function pressSlowly(text: Partial<Activity>): Promise<SentActivity | undefined> {
      const { store, pause, resume } = createPausableStore();
      await app.restart(delegated({ store }));
      const { sent } = await app.turn(text);
      pause();
      const posted = app.post(press(sent[0], "Meet"));
      await app.clock.waitForSleep(PREPARING_AFTER_MS);
      await app.clock.advance(PREPARING_AFTER_MS);
      expect(textOf(cardOfAnswer(await posted))).toContain("Working on it");
      resume();
      return app.connector.waitFor(({ id }) => id === "sent-2");
    }

    test("on a private card asks privately", async () => {
      const asked = await pressSlowly(slash("nice weather"));
      expect(asked && isTargeted(asked)).toBe(true);
      expect(asked && isSignInCard(asked)).toBe(true);
    });

    test("on a public card tells everyone, without a sign-in card", async () => {
      const told = await pressSlowly(message("nice weather"));
      expect(textOf(cardOf(told))).toContain("You’re no longer signed in.");
    });
  });

  describe("a meeting hosted by Ada, for everyone else", () => {
    test("has the same link, without a sign-in or a Graph request", async () => {
      const card = await meetAsAda();
      const { sent, graphRequests } = await app.turn(message("meet", { from: bo }));
      expect(graphRequests).toEqual([]);
      expect(linkOf(cardOf(sent[0]))).toBe(linkOf(cardOf(card)));
    });

    test.each(["rename Retro", "move tomorrow 4pm", "cancel", "options"])(
      "can't be changed by “%s”, which says who can",
      async (text) => {
        await meetAsAda();
        await signIn(bo);
        const { sent, graphRequests } = await app.turn(message(text, { from: bo }));
        expect(graphRequests).toEqual([]);
        expect(textOf(cardOf(sent[0]))).toMatch(
          /Only the host, Ada Lovelace, can do this.*Ask Ada/,
        );
      },
    );

    test.each([
      ["fr-FR", "Seul l’organisateur, Ada Lovelace,"],
      ["ja-JP", "開催者の Ada Lovelace"],
      ["ru-RU", "только организатор (Ada Lovelace)"],
      ["zh-CN", "只有组织者 Ada Lovelace"],
    ])("says so in the viewer's language: %s", async (locale, words) => {
      await meetAsAda();
      const { sent } = await app.turn(message("rename Retro", { from: bo, locale }));
      expect(textOf(cardOf(sent[0]))).toContain(words);
    });

    test("can't be changed by Update, which says who can", async () => {
      await meetAsAda();
      const asked = await app.turn(message("meet Retro", { from: bo }));
      const { answer, graphRequests } = await app.turn(
        press(asked.sent[0], "Update", { from: bo }),
      );
      expect(answer.body).toMatchObject({
        statusCode: 400,
        value: { code: "only_host", message: expect.stringContaining("Ada Lovelace") },
      });
      expect(graphRequests).toEqual([]);
    });

    test("gets a new link from a permitted person, who becomes the organizer", async () => {
      await meetAsAda();
      app.cloud.settings.teamOwners = [bo.aadId];
      const asked = await app.turn(message("new", { from: bo }));
      const confirm = press(asked.sent[0], "Create new link", { from: bo });
      expect((await app.turn(confirm)).answer.body).toEqual(loginRequest);

      const authentication = { token: tokenOf(app, bo) };
      const { answer } = await app.turn(again(confirm, { authentication }));
      const text = textOf(cardOfAnswer(answer));
      expect(text).toContain("New link by Bo Nilsson");
      expect(app.cloud.meetings().map(({ userId }) => userId)).toEqual([ada.aadId, bo.aadId]);
      const { sent } = await app.turn(message("rename Retro"));
      expect(textOf(cardOf(sent[0]))).toContain("Only the host, Bo Nilsson");
    });

    test("gets none from anyone else", async () => {
      await meetAsAda();
      const { sent } = await app.turn(message("new", { from: chen }));
      expect(textOf(cardOf(sent[0]))).toContain("Nothing was changed");
    });
  });

  describe("the card", () => {
    test("is compared with Graph only for Ada, and asks no one to sign in", async () => {
      const card = await meetAsAda();
      await asOrganizer(app, "PATCH", { subject: "Renamed elsewhere" });
      await app.clock.advance(20_000);
      const byBo = await app.turn(press(card, "Refresh", { from: bo }));
      expect(byBo.graphRequests).toEqual([]);
      expect(textOf(cardOfAnswer(byBo.answer))).toContain("Sprint review");
      const byAda = await app.turn(press(card, "Refresh"));
      expect(byAda.graphRequests).toMatchObject([{ method: "GET", status: 200 }]);
      expect(textOf(cardOfAnswer(byAda.answer))).toContain("Renamed elsewhere");

      await app.turn(message("signout", { in: personalChat }));
      await app.clock.advance(20_000);
      const signedOut = await app.turn(press(card, "Refresh"));
      expect(signedOut.graphRequests).toEqual([]);
      expect(linkOf(cardOfAnswer(signedOut.answer))).toBe(linkOf(cardOf(card)));
    });

    test("keeps the meeting alive, and sets co-organizers, when Ada sees it", async () => {
      await meetAsAda();
      await app.clock.advance(8 * 86_400_000);
      await signIn(ada);
      expect(changesIn((await app.turn(message("meet", { from: bo }))).graphRequests)).toEqual([]);
      expect(changesIn((await app.turn(message("meet"))).graphRequests)).toHaveLength(1);
    });

    test("changes for Ada after a sign-in", async () => {
      await meetAsAda();
      await app.turn(message("signout", { in: personalChat }));
      const asked = await app.turn(message("rename Retro"));
      expect(publicOf(asked.sent)).toEqual([]);
      const { sent } = await app.turn(verifyState(await pageResultOf(app, ada), {}));
      expect(textOf(cardOf(publicOf(sent).at(-1)))).toContain("Retro");
      expect(app.cloud.meetings()).toMatchObject([{ subject: "Retro" }]);
      expect(sent.filter(isTargeted)).toHaveLength(1);
    });

    test("is cancelled by Ada, and the next person to ask hosts the next meeting", async () => {
      await meetAsAda();
      const asked = await app.turn(message("cancel"));
      await app.turn(press(asked.sent[0], "Cancel meeting"));
      expect(app.cloud.meetings()).toEqual([]);
      await signIn(bo);
      const { sent } = await app.turn(message("meet", { from: bo }));
      expect(linkOf(cardOf(sent[0]))).toBeTruthy();
      expect(app.cloud.meetings()).toMatchObject([{ userId: bo.aadId }]);
    });

    test("shows options only to Ada, who can save them", async () => {
      const card = await meetAsAda();
      const byBo = await app.turn(press(card, "Options", { from: bo }));
      expect(byBo.answer.body).toMatchObject({ statusCode: 400, value: { code: "only_host" } });
      const form = cardOfAnswer((await app.turn(press(card, "Options"))).answer);
      const save = (from: TestPerson) =>
        pressOn(form, "Save", { from, pressed: card?.id, inputs: { chat: "disabled" } });
      const refused = await app.turn(save(bo));
      expect(refused.answer.body).toMatchObject({ statusCode: 400, value: { code: "only_host" } });
      expect(changesIn((await app.turn(save(ada))).graphRequests)).toHaveLength(1);
    });
  });
});

describe("the message extension with sign-in", () => {
  const app = useApp(delegated());

  const authRequest = {
    status: 200,
    body: {
      composeExtension: {
        type: "auth",
        suggestedActions: { actions: [{ type: "openUrl", value: START_URL, title: "Sign in" }] },
      },
    },
  };

  /** Teams sends the invoke again with our page's result. */
  async function again(invoke: Partial<Activity>): Promise<Partial<Activity>> {
    const state = await pageResultOf(app, ada);
    return { ...invoke, value: { ...(invoke.value as object), state } };
  }

  async function signIn(from = ada): Promise<void> {
    const options = { from, in: personalChat };
    const { sent } = await app.turn(message("signin", options));
    await app.turn(exchange(sent[0], tokenOf(app, from), options));
  }

  function signOut() {
    return app.turn(message("signout", { in: personalChat }));
  }

  function search(text: string, options = {}): Partial<Activity> {
    const parameters = [{ name: "query", value: text }];
    const value = { commandId: "meetings", parameters, queryOptions: { skip: 0, count: 25 } };
    return extensionInvoke("query", value, options);
  }

  test("asks to sign in before opening the dialog for a new meeting", async () => {
    expect(await app.post(openMeet())).toEqual(authRequest);
    const opened = await app.post(await again(openMeet()));
    expect(dialogOf(opened).body.length).toBeGreaterThan(0);
  });

  test("opens the dialog of an existing meeting for everyone", async () => {
    await signIn();
    await app.turn(message("meet Sprint review"));
    const opened = await app.post(openMeet({ from: bo }));
    expect(textOf(dialogOf(opened))).toContain("There’s already a meeting.");
    const { answer, graphRequests } = await app.turn(
      submitDialog(dialogOf(opened), {}, { from: bo }),
    );
    expect(textOf(previewOf(answer))).toContain("Sprint review");
    expect(graphRequests).toEqual([]);
  });

  test("asks again after a sign-out, and continues with the entries", async () => {
    await signIn();
    const dialog = dialogOf(await app.post(openMeet()));
    await signOut();
    const submitted = submitDialog(dialog, { topic: "Retro" });
    expect(await app.post(submitted)).toEqual(authRequest);
    expect(app.cloud.meetings()).toEqual([]);
    const { answer } = await app.turn(await again(submitted));
    expect(textOf(previewOf(answer))).toContain("Retro");
    expect(app.cloud.meetings()).toMatchObject([{ subject: "Retro", userId: ada.aadId }]);
  });

  test("sends a preview without a sign-in, from the record", async () => {
    await signIn();
    const dialog = dialogOf(await app.post(openMeet()));
    const preview = previewOf(await app.post(submitDialog(dialog, { topic: "Retro" })));
    await signOut();
    const { sent } = await app.turn(pressBelow(preview, "send"));
    expect(sent).toHaveLength(1);
  });

  test("explains another person's sign-in result", async () => {
    const { value, ...invoke } = openMeet();
    const answer = await app.post({
      ...invoke,
      value: { ...(value as object), state: "nonsense" },
    });
    expect(messageTextOf(answer)).toContain("Microsoft 365 didn’t accept your sign-in");
  });

  test("needs a sign-in to select an offer, but not to search", async () => {
    const { answer } = await app.turn(search("Retro tomorrow 3pm"));
    const tap = tapOf(answer);
    const chosen = extensionInvoke("selectItem", tap);
    expect(await app.post(chosen)).toEqual(authRequest);
    expect(app.cloud.meetings()).toEqual([]);
    const { answer: made } = await app.turn(await again(chosen));
    expect(buttonOf(resultsOf(made)[0]!.card, "Join")).toBeTruthy();
    expect(app.cloud.meetings()).toHaveLength(1);
    expect(resultsOf(await app.post(search("Retro", { from: bo })))).toHaveLength(1);
  });

  function tapOf({ body }: Answer): object {
    const { composeExtension } = body as {
      composeExtension: { attachments: { preview: { content: { tap: { value: object } } } }[] };
    };
    return composeExtension.attachments[0]!.preview.content.tap.value;
  }
});
