import { PREPARING_AFTER_MS } from "../../bot/delivery/answerer";
import { AppError } from "../../src/errors";
import type { MeetingStore } from "../../src/meetings/ports/meeting-store";
import { PENDING_COMMAND_MS } from "../../src/meetings/people/pending-commands";
import { openStore } from "../../src/storage/open-store";
import { createMemoryStore } from "../../src/storage/memory-store";
import { useTemporaryFolder } from "../storage/temporary-folder";
import {
  type ActivityOptions,
  TENANT,
  ada,
  bo,
  chen,
  event,
  general,
  groupChat,
  message,
  personalChat,
  slash,
} from "../support/activities";
import { cardOf, textOf } from "../support/cards";
import { createTestClock } from "../support/clock";
import { type SentActivity, isTargeted } from "../support/connector";
import { linkOf } from "../support/meeting";
import { createPausableStore } from "../support/pausable-store";
import {
  APP_ID_URI,
  START_URL,
  delegated,
  exchange,
  isSignInCard,
  pageResultOf,
  publicOf,
  signInCardOf,
  tokenOf,
  verifyState,
} from "../support/sign-in";
import { type TestApp, startApp } from "../support/start-app";
import { SEALING_KEY } from "../support/test-config";
import { useApp } from "../support/use-app";
import { validateCard } from "../support/validate-card";
import { tokensWith } from "../support/tokens";

describe("sign-in", () => {
  const nextFolder = useTemporaryFolder();
  const inChat = { in: personalChat };
  const inGroup = { in: groupChat };

  const app = useApp(delegated());

  const linksOf = (sent: readonly SentActivity[]) => sent.map((one) => linkOf(cardOf(one)));
  const cardText = (sent: SentActivity | undefined) => textOf(cardOf(sent));

  /** Ada signs in through Teams' single sign-on. */
  async function signIn(person = ada, one: TestApp = app): Promise<void> {
    const options = { from: person, ...inChat };
    const asked = await one.turn(message("signin", options));
    const { answer } = await one.turn(exchange(asked.sent[0], tokenOf(one, person), options));
    expect(answer.status).toBe(200);
  }

  /** A person signs in on our page. */
  async function byPage(one: TestApp, person: typeof ada, options: ActivityOptions = {}) {
    return one.turn(verifyState(await pageResultOf(one, person), { from: person, ...options }));
  }

  describe("a person who isn't signed in", () => {
    test("in a chat with the bot, gets a card that Teams answers by itself, and then the answer in its place", async () => {
      const asked = await app.turn(message("meet Sprint review", inChat));
      expect(asked.sent).toHaveLength(1);
      expect(asked.graphRequests).toEqual([]);
      const card = signInCardOf(asked.sent[0]);
      expect(card).toMatchObject({
        connectionName: "",
        tokenExchangeResource: { id: expect.stringMatching(/^[\w-]{20,}$/), uri: APP_ID_URI },
        buttons: [{ type: "signin", title: "Sign in", value: START_URL }],
        text: expect.stringContaining("in your name"),
      });

      const { answer, sent, graphRequests } = await app.turn(
        exchange(asked.sent[0], tokenOf(app, ada), inChat),
      );
      expect(answer).toEqual({
        status: 200,
        body: { id: card.tokenExchangeResource?.id, connectionName: "" },
      });
      expect(sent).toMatchObject([{ method: "PUT", id: asked.sent[0]?.id }]);
      expect(cardText(sent[0])).toContain("Sprint review");
      expect(graphRequests.map(({ path }) => path)).toEqual([
        "/v1.0/me/onlineMeetings/createOrGet",
      ]);
      expect(app.cloud.meetings()).toMatchObject([{ userId: ada.aadId }]);
    });

    test("in a group, is asked privately and answered publicly", async () => {
      const asked = await app.turn(message("meet", inGroup));
      expect(publicOf(asked.sent)).toEqual([]);
      expect(asked.sent[0]?.activity.recipient?.id).toBe(ada.teamsId);
      expect(signInCardOf(asked.sent[0]).tokenExchangeResource?.uri).toBe(APP_ID_URI);

      const { sent } = await app.turn(exchange(asked.sent[0], tokenOf(app, ada), inGroup));
      expect(publicOf(sent)).toMatchObject([{ method: "POST" }]);
      expect(cardText(publicOf(sent)[0])).toContain("Group chat meeting");
      const closed = sent.find(isTargeted);
      expect(closed).toMatchObject({ method: "PUT", id: asked.sent[0]?.id });
      expect(cardText(closed)).toContain("You’re signed in");
    });

    test("in a channel, where Teams hands out no token, gets only the button for our page", async () => {
      const asked = await app.turn(message("meet"));
      expect(publicOf(asked.sent)).toEqual([]);
      const card = signInCardOf(asked.sent[0]);
      expect(card.tokenExchangeResource).toBeUndefined();
      expect(card.buttons).toMatchObject([{ type: "signin", value: START_URL }]);

      const state = await pageResultOf(app, ada);
      const { answer, sent } = await app.turn(verifyState(state, {}));
      expect(answer.status).toBe(200);
      expect(cardText(publicOf(sent)[0])).toContain("Channel meeting");
      expect(sent.filter(isTargeted)).toMatchObject([{ method: "PUT", id: asked.sent[0]?.id }]);
    });

    test("in private, is asked and answered privately", async () => {
      const asked = await app.turn(slash("meet"));
      expect(publicOf(asked.sent)).toEqual([]);
      signInCardOf(asked.sent[0]);
      const { sent } = await app.turn(verifyState(await pageResultOf(app, ada), {}));
      expect(publicOf(sent)).toEqual([]);
      expect(sent).toMatchObject([{ method: "PUT", id: asked.sent[0]?.id }]);
      expect(cardText(sent[0])).toContain("Channel meeting");
    });

    test("is asked in the chat with the bot if Teams supports no private messages", async () => {
      app.connector.fail("POST", 400, 1, /isTargetedActivity/);
      const asked = await app.turn(message("meet"));
      expect(app.connector.chats).toHaveLength(1);
      // Teams hands out a token there.
      expect(signInCardOf(asked.sent[0]).tokenExchangeResource?.uri).toBe(APP_ID_URI);
      const { sent } = await app.turn(exchange(asked.sent[0], tokenOf(app, ada), inChat));
      const [answered, closed] = sent;
      expect(answered?.path).toContain(encodeURIComponent(general.threadId));
      expect(closed).toMatchObject({ method: "PUT", id: asked.sent[0]?.id });
      expect(cardText(closed)).toBe("You’re signed in. You’ll find the answer where you asked.");
    });

    test("learns publicly how to sign in if Teams delivers no message to them", async () => {
      app.connector.fail("POST", 400, 1, /isTargetedActivity/);
      app.connector.fail("POST", 403, 1, /conversations$/);
      const { sent } = await app.turn(message("meet"));
      expect(publicOf(sent)).toHaveLength(1);
      expect(cardText(sent[0])).toContain("Ada Lovelace, sign in first");
    });

    test.each([
      ["fr-FR", "Se connecter"],
      ["ja-JP", "サインイン"],
      ["ru-RU", "Войти"],
      ["zh-CN", "登录"],
    ])("is asked in their language: %s", async (locale, title) => {
      const { sent } = await app.turn(message("meet", { ...inChat, locale }));
      expect(signInCardOf(sent[0]).buttons[0]?.title).toBe(title);
    });
  });

  describe("commands waiting for a sign-in", () => {
    test("run once, although each of the person's clients reports the sign-in to several processes", async () => {
      const other = await startApp(delegated({ store: app.store }));
      try {
        const asked = await app.turn(message("meet", inChat));
        const all = await Promise.all(
          [app, app, other, other, app].map((one) =>
            one.turn(exchange(asked.sent[0], tokenOf(one, ada), inChat)),
          ),
        );
        expect(all.map(({ answer }) => answer.status)).toEqual([200, 200, 200, 200, 200]);
        const sent = [...app.connector.sent, ...other.connector.sent].slice(1);
        expect(sent).toHaveLength(1);
        expect([...app.cloud.meetings(), ...other.cloud.meetings()]).toHaveLength(1);
      } finally {
        await other.stop();
      }
    });

    test("all run after one sign-in, each in its conversation", async () => {
      const asked = await app.turn(message("meet", inChat));
      await app.turn(message("meet", inGroup));
      const { sent } = await app.turn(exchange(asked.sent[0], tokenOf(app, ada), inChat));
      const texts = publicOf(sent).map(cardText).join("\n");
      expect(texts).toContain("My meeting");
      expect(texts).toContain("Group chat meeting");
      expect(app.cloud.meetings()).toHaveLength(2);
    });

    test("run in order within a conversation", async () => {
      await signIn();
      await app.turn(message("meet", inGroup));
      await app.turn(message("signout", inChat));
      const names = ["One", "Two", "Three", "Four", "Five"];
      for (const name of names) {
        await app.turn(message(`rename ${name}`, inGroup));
        await app.clock.advance(1_000);
      }
      app.cloud.clearRequests();
      await app.clock.runUntil(byPage(app, ada, inGroup));
      const bodies = app.cloud.requests().filter(({ method }) => method === "PATCH");
      expect(bodies.map(({ body }) => body)).toEqual(names.map((subject) => ({ subject })));
    });

    test("aren't started by another person's sign-in", async () => {
      const asked = await app.turn(message("meet", inGroup));
      const { answer, sent } = await app.turn(
        exchange(asked.sent[0], tokenOf(app, bo), { ...inGroup, from: bo }),
      );
      expect(answer.status).toBe(200);
      expect(sent).toEqual([]);
      expect(app.cloud.meetings()).toEqual([]);
    });

    test("expire after 15 minutes, with a message", async () => {
      const asked = await app.turn(message("meet", inChat));
      await app.clock.advance(PENDING_COMMAND_MS);
      const { answer, sent, graphRequests } = await app.turn(
        exchange(asked.sent[0], tokenOf(app, ada), inChat),
      );
      expect(answer.status).toBe(200);
      expect(graphRequests).toEqual([]);
      expect(sent).toMatchObject([{ method: "PUT", id: asked.sent[0]?.id }]);
      expect(cardText(sent[0])).toContain("expired after 15 minutes");
    });

    test("are deleted daily once they have expired", async () => {
      await app.turn(message("meet", inChat));
      await app.clock.advance(PENDING_COMMAND_MS);
      await app.purgeExpired();
      const user = { tenantId: TENANT, aadId: ada.aadId };
      expect((await app.store.pendingCommands.list(user)).records).toEqual([]);
    });

    test("are encrypted in the store", async () => {
      await app.turn(message("meet Project Nightingale", inChat));
      const user = { tenantId: TENANT, aadId: ada.aadId };
      const [stored] = (await app.store.pendingCommands.list(user)).records;
      expect(JSON.stringify(stored)).not.toContain("Nightingale");
      const content = tokensWith(SEALING_KEY).pending.decode(stored?.record.token);
      expect(JSON.stringify(content)).toContain("Nightingale");
    });

    test("don't ask again if the sign-in didn't last", async () => {
      const asked = await app.turn(message("meet", inChat));
      app.cloud.addFault({ match: "createOrGet", times: 2, status: 401 });
      const { sent } = await app.turn(exchange(asked.sent[0], tokenOf(app, ada), inChat));
      expect(sent).toHaveLength(1);
      expect(sent.some(isSignInCard)).toBe(false);
    });
  });

  describe("a token", () => {
    test.each([
      ["for another person", () => tokenOf(app, bo)],
      ["of another tenant", () => tokenOf(app, ada, "22222222-2222-4333-8444-555555555555")],
      ["that is garbage", () => "garbage"],
    ])("%s is rejected without a reason, logged, and runs nothing", async (_, make) => {
      const asked = await app.turn(message("meet", inChat));
      const token = make();
      const { answer, sent, graphRequests } = await app.turn(
        exchange(asked.sent[0], token, inChat),
      );
      const id = signInCardOf(asked.sent[0]).tokenExchangeResource?.id;
      expect(answer).toEqual({
        status: 412,
        body: { id, connectionName: "", failureDetail: "sign_in_refused" },
      });
      expect([sent, graphRequests]).toEqual([[], []]);
      expect(app.log).toContainEqual(expect.objectContaining({ code: "sign_in_refused" }));
      expect(JSON.stringify(app.log)).not.toContain(token);
      // The commands still wait.
      const next = await app.turn(exchange(asked.sent[0], tokenOf(app, ada), inChat));
      expect(next.sent).toHaveLength(1);
    });

    test.each([undefined, {}, { token: 7 }, { token: "" }, "text"])(
      "is missing in %j, which is a bad request",
      async (value) => {
        const invoke = { type: "invoke", name: "signin/tokenExchange", value };
        const { answer, sent } = await app.turn(event(invoke, inChat));
        expect(answer.status).toBe(400);
        expect(sent).toEqual([]);
      },
    );

    test("without consent makes Teams open our page, whose result runs the waiting commands", async () => {
      app.cloud.settings.consents = [];
      const asked = await app.turn(message("meet", inChat));
      const refused = await app.turn(exchange(asked.sent[0], tokenOf(app, ada), inChat));
      expect(refused.answer).toMatchObject({
        status: 412,
        body: { failureDetail: "consent_missing" },
      });
      expect(refused.sent).toEqual([]);

      const { answer, sent } = await app.turn(verifyState(await pageResultOf(app, ada), inChat));
      expect(answer.status).toBe(200);
      expect(sent).toMatchObject([{ method: "PUT", id: asked.sent[0]?.id }]);
      expect(cardText(sent[0])).toContain("My meeting");
    });

    test("makes Teams show the button if Entra is down, and nothing is lost", async () => {
      const asked = await app.turn(message("meet", inChat));
      app.cloud.addFault({
        match: "oauth2/v2.0/token",
        times: 1,
        status: 400,
        body: { error: "x" },
      });
      const { answer } = await app.turn(exchange(asked.sent[0], tokenOf(app, ada), inChat));
      expect(answer.status).toBe(412);
      const again = await app.turn(exchange(asked.sent[0], tokenOf(app, ada), inChat));
      expect(again.answer.status).toBe(200);
      expect(again.sent).toHaveLength(1);
    });
  });

  describe("the sign-in page", () => {
    test.each(["CancelledByUser", "", undefined])(
      "explains its early close (%j), and the commands keep waiting",
      async (state) => {
        const asked = await app.turn(message("meet", inGroup));
        const { answer, sent } = await app.turn(verifyState(state, inGroup));
        expect(answer.status).toBe(200);
        expect(publicOf(sent)).toEqual([]);
        expect(cardText(sent[0])).toContain("You’re not signed in yet");
        const next = await app.turn(exchange(asked.sent[0], tokenOf(app, ada), inGroup));
        expect(publicOf(next.sent)).toHaveLength(1);
      },
    );

    test("explains another person's result", async () => {
      await app.turn(message("meet", inChat));
      for (const state of ["nonsense", await pageResultOf(app, bo)]) {
        const { sent } = await app.turn(verifyState(state, inChat));
        expect(cardText(sent[0])).toContain("Microsoft 365 didn’t accept your sign-in");
      }
      expect(app.cloud.meetings()).toEqual([]);
    });

    test("is acknowledged if nothing is waiting", async () => {
      const { sent } = await app.turn(verifyState(await pageResultOf(app, ada), inChat));
      expect(cardText(sent[0])).toContain("You’re signed in. If you asked");
    });
  });

  test.each([
    ["installappfailed", "Add it under Apps"],
    ["installedappnotfound", "Add it under Apps"],
    ["resourcematchfailed", "ask your admin to check the Application ID URI"],
    ["oauthcardnotvalid", "ask your admin to check the Application ID URI"],
    ["invokeerror", "Choose Sign in"],
    ["tokenmissing", "Choose Sign in"],
    ["authrequestfailed", "Choose Sign in"],
    ["something new", "Choose Sign in"],
  ])(
    "a failure that Teams reports (%s) is explained once, only to the person",
    async (code, words) => {
      const value = { code, message: "secret words of Teams" };
      const failure = () => event({ type: "invoke", name: "signin/failure", value }, inGroup);
      const { answer, sent } = await app.turn(failure());
      expect(answer.status).toBe(200);
      expect(publicOf(sent)).toEqual([]);
      expect(cardText(sent[0])).toContain(words);
      expect(validateCard(cardOf(sent[0]))).toEqual([]);
      expect((await app.turn(failure())).sent).toEqual([]);
      expect(JSON.stringify(app.log)).not.toContain("secret words");
    },
  );

  describe("two people in one channel", () => {
    test("get the same link, the second one without a sign-in", async () => {
      await app.turn(message("meet"));
      const first = await byPage(app, ada);
      const { sent, graphRequests } = await app.turn(message("meet", { from: bo }));
      expect(graphRequests).toEqual([]);
      expect(linksOf(publicOf(sent))).toEqual(linksOf(publicOf(first.sent)));
      expect(cardText(sent[0])).toContain("Ada Lovelace");
    });

    test("get the same link even if both had to sign in, in two processes with one LMDB store", async () => {
      const path = nextFolder();
      const stores = [openStore(`lmdb:${path}`), openStore(`lmdb:${path}`)] as const;
      const shared = { clock: createTestClock(), isStoreOnDisk: true };
      const one = await startApp(delegated({ ...shared, store: stores[0] }));
      const other = await startApp(delegated({ ...shared, store: stores[1] }));
      try {
        await one.turn(message("meet Ada's"));
        await other.turn(message("meet Bo's", { from: bo }));
        expect(one.connector.sent.every(isSignInCard)).toBe(true);
        expect(other.connector.sent.every(isSignInCard)).toBe(true);
        const racing = Promise.all([byPage(one, ada), byPage(other, bo)]);
        await shared.clock.runUntil(racing);
        const links = [one, other].flatMap(({ connector }) =>
          linksOf(publicOf(connector.sent).slice(-1)),
        );
        expect(links).toHaveLength(2);
        expect(new Set(links).size).toBe(1);
      } finally {
        await Promise.all([one.stop(), other.stop()]);
        await Promise.all(stores.map((store) => store.close()));
      }
    });
  });

  test("a person who waited for another's failed call is asked late, and answered in the preparing card", async () => {
    const slow = await startApp(delegated({ isGraphOnClock: true }));
    try {
      await signIn(ada, slow);
      slow.cloud.addFault({ match: "createOrGet", times: 3, delayMs: 90_000, status: 503 });
      const [first, second] = [
        slow.turn(message("meet")),
        slow.turn(message("meet", { from: bo })),
      ];
      await slow.clock.runUntil(Promise.all([first, second]));
      const asked = slow.connector.sent.find((one) => isSignInCard(one) && isTargeted(one));
      expect(asked?.activity.recipient?.id).toBe(bo.teamsId);
      const told = slow.connector.sent.find(
        (one) =>
          one.method === "PUT" && JSON.stringify(one).includes("Waiting for Bo Nilsson to sign in"),
      );
      expect(told).toBeDefined();
      slow.cloud.clearFaults();
      const { sent } = await slow.clock.runUntil(byPage(slow, bo));
      const answered = publicOf(sent).find(({ id }) => id === told?.id);
      expect(linkOf(cardOf(answered))).toBeTruthy();
      expect(slow.cloud.meetings().map(({ userId }) => userId)).toContain(bo.aadId);
    } finally {
      await slow.stop();
    }
  });

  describe("the commands signin and signout", () => {
    test("sign in with Teams' token, say so, and ask nothing if already signed in", async () => {
      const asked = await app.turn(message("signin", inChat));
      const { sent } = await app.turn(exchange(asked.sent[0], tokenOf(app, ada), inChat));
      expect(sent).toMatchObject([{ method: "PUT", id: asked.sent[0]?.id }]);
      expect(cardText(sent[0])).toBe("You’re signed in.");
      const again = await app.turn(message("signin", inChat));
      expect(cardText(again.sent[0])).toBe("You’re signed in.");
    });

    test("delete a sign-in, and say whether there was one", async () => {
      const out = async (locale = "en-US", text = "signout") =>
        cardText((await app.turn(message(text, { ...inChat, locale }))).sent[0]);
      expect(await out()).toContain("You weren’t signed in");
      await signIn();
      expect(await out()).toContain("You’re signed out");
      expect(await out("fr-FR", "déconnexion")).toContain("Vous n’étiez pas connecté");
      const { sent } = await app.turn(message("meet", inChat));
      expect(isSignInCard(sent[0]!)).toBe(true);
    });

    test.each(["signin", "signout"])(
      "%s says that none is needed in application mode",
      async (text) => {
        const plain = await startApp();
        try {
          const { sent } = await plain.turn(message(text));
          expect(cardText(sent[0])).toContain("You don’t need to sign in");
          const invoke = event({
            type: "invoke",
            name: "signin/verifyState",
            value: { state: "x" },
          });
          expect((await plain.turn(invoke)).answer).toEqual({ status: 200, body: {} });
        } finally {
          await plain.stop();
        }
      },
    );
  });

  test("a sign-out keeps other people's sign-ins", async () => {
    const store = createMemoryStore();
    const other = await startApp(delegated({ store }));
    try {
      await other.turn(message("meet", { from: chen, ...inChat }));
      await signIn(ada, other);
      const user = { tenantId: TENANT, aadId: chen.aadId };
      expect((await store.pendingCommands.list(user)).records).toHaveLength(1);
    } finally {
      await other.stop();
    }
  });
});

describe("a slow command after a sign-in", () => {
  const { store, pause, resume } = createPausableStore();
  const app = useApp(delegated({ store }));

  test("fails at once if its preparing card can't be posted, and leaves the sign-in card", async () => {
    const asked = await app.turn(message("meet", { in: groupChat }));
    pause();
    app.connector.fail("POST", 403);
    await app.post(exchange(asked.sent[0], tokenOf(app, ada), { in: groupChat }));
    await app.clock.waitForSleep(PREPARING_AFTER_MS);
    await app.clock.advance(PREPARING_AFTER_MS);
    while (app.connector.attempts.POST < 2) await new Promise(setImmediate);
    resume();
    await app.turn(event({ type: "typing" }, { in: groupChat }));
    // An error that waited for the meeting would be an unhandled rejection, and end the process.
    expect(app.log).toContainEqual(
      expect.objectContaining({ level: 50, msg: "work in the background failed" }),
    );
    expect(app.connector.sent).toHaveLength(1);
  });
});

describe("sign-in while the store fails", () => {
  const inChat = { in: personalChat };
  const inGroup = { in: groupChat };

  const failing = { lookups: 0, takings: 0 };
  const app = useApp(() => {
    Object.assign(failing, { lookups: 0, takings: 0 });
    return delegated({ store: createFailingStore() });
  });

  /** Fails as often as the test says, when waiting commands are read or taken. */
  function createFailingStore(): MeetingStore {
    const store = createMemoryStore();
    return {
      ...store,
      pendingCommands: {
        ...store.pendingCommands,
        async list(user) {
          if (failing.lookups-- > 0) throw new AppError("store_unavailable");
          return store.pendingCommands.list(user);
        },
        async erase(stored) {
          if (failing.takings-- > 0) throw new AppError("store_unavailable");
          return store.pendingCommands.erase(stored);
        },
      },
    };
  }

  const textsOf = ({ sent }: { sent: Parameters<typeof cardOf>[0][] }) =>
    sent.map((one) => textOf(cardOf(one)));

  test("a command that fails in the store is reported in its conversation, and the others run", async () => {
    const asked = await app.turn(message("meet", inChat));
    await app.turn(message("meet", inGroup));
    await app.turn(message("meet #design", inGroup));
    failing.takings = 1;
    const { answer, sent } = await app.turn(exchange(asked.sent[0], tokenOf(app, ada), inChat));
    expect(answer.status).toBe(200);
    expect(app.cloud.meetings()).toHaveLength(2);
    const problems = textsOf({ sent }).filter((text) =>
      text.includes("couldn’t reach its storage"),
    );
    expect(problems).toHaveLength(1);
  });

  test.each(["token", "page"])(
    "a sign-in by %s says so if the store can't read the waiting commands, and nothing is lost",
    async (by) => {
      const asked = await app.turn(message("meet", inChat));
      const signIn = async () =>
        by === "token"
          ? exchange(asked.sent[0], tokenOf(app, ada), inChat)
          : verifyState(await pageResultOf(app, ada), inChat);
      failing.lookups = 1;
      const first = await app.turn(await signIn());
      expect(first.answer.status).toBe(200);
      expect(textsOf(first)).toEqual([expect.stringContaining("couldn’t reach its storage")]);
      expect(app.cloud.meetings()).toEqual([]);

      await app.turn(await signIn());
      expect(app.cloud.meetings()).toHaveLength(1);
    },
  );
});
