import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { toNoticeCard } from "../../bot/cards/elements/notice-card";
import { createMemoryTable } from "../../src/storage/memory-store";
import { createTableStore } from "../../src/storage/table-store";
import type { TextTable } from "../../src/storage/text-table";
import {
  ada,
  bo,
  design,
  event,
  execute,
  extensionInvoke,
  general,
  groupChat,
  meetingChat,
  message,
  personalChat,
  submit,
  TENANT,
  type ActivityOptions,
} from "../support/activities";
import { cardOf, cardOfAnswer, textOf } from "../support/cards";
import {
  afterInstall,
  createOrGetBodies,
  dialogOf,
  fieldsOf,
  messageTextOf,
  pressBelow,
  previewOf,
  resultsOf,
} from "../support/extension";
import { changesIn, linkOf } from "../support/meeting";
import { LINK_ORIGIN, linkIn, openLink } from "../support/meeting-links";
import { delegated, tokenOf } from "../support/sign-in";
import { SEALING_KEY } from "../support/test-config";
import { tokensWith } from "../support/tokens";
import { useApp } from "../support/use-app";
import { choose, search } from "./message-extension/searching";

const button = z.object({ verb: z.string(), data: z.record(z.string(), z.unknown()) });
const fixture = z
  .object({
    created: z.array(
      z.object({ path: z.string(), body: z.looseObject({ externalId: z.string() }) }),
    ),
    rows: z.array(
      z.object({
        key: z.object({ conversation: z.string(), room: z.string() }),
        text: z.string(),
      }),
    ),
    buttons: z.record(z.string(), z.record(z.string(), button)),
    choice: z.object({ offer: z.string() }),
    previews: z.object({ unsent: z.string(), posted: z.string(), room: z.string() }),
    dialog: z.looseObject({ offer: z.string() }),
    install: z.looseObject({ preview: z.string() }),
    link: z.string(),
    signInId: z.string(),
  })
  .parse(JSON.parse(readFileSync(join(__dirname, "../fixtures/release-0.1.json"), "utf8")));
const tokens = tokensWith(SEALING_KEY);

const ROOT = "1759881511856";
const HOUR_MS = 3_600_000;
/** Teams' service in the fixture. It has another port in each test. */
const SERVICE_URL = /http:\/\/127\.0\.0\.1:\d+\//g;

let table: TextTable;
function newStore() {
  table = createMemoryTable();
  return createTableStore(table);
}

/** A button of a card that release 0.1 posted. */
function pressOld(card: string, title: string, options: ActivityOptions & { with?: object } = {}) {
  const found = fixture.buttons[card]?.[title];
  if (!found) throw new Error(`The card ${card} has no button “${title}”.`);
  return execute(found.verb, { ...found.data, ...options.with }, options);
}

/** Send or Edit below a preview that release 0.1 made. */
function pressBelowOld(name: keyof typeof fixture.previews, ...rest: [Action, ActivityOptions?]) {
  const data = { preview: fixture.previews[name] };
  const buttons = [{ title: "Refresh", verb: "refresh", data }];
  return pressBelow(toNoticeCard({ title: "Preview", text: "", buttons }), ...rest);
}
type Action = Parameters<typeof pressBelow>[1];

describe("after an upgrade from release 0.1", () => {
  const app = useApp(() => ({ store: newStore() }));

  /** Graph gives the same ids for the same calls in the same order. */
  beforeEach(async () => {
    const audience = "https://graph.microsoft.com";
    const user = { tenantId: TENANT, userId: ada.aadId, audience };
    for (const { path, body } of fixture.created) {
      const url = `${app.cloud.url}${path.replace(`users/${ada.aadId}`, "me")}`;
      const authorization = `Bearer ${app.cloud.issueUserToken(user)}`;
      const headers = { authorization, "content-type": "application/json" };
      const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
      expect(response.status).toBe(201);
    }
    app.cloud.clearRequests();
    for (const { key, text } of fixture.rows) {
      await table.insert(key, text.replaceAll(SERVICE_URL, app.connector.url));
    }
  });

  const subjects = () => app.cloud.meetings().map(({ subject }) => subject);
  const joinUrlOf = (subject: string) =>
    app.cloud.meetings().find((one) => one.subject === subject)?.joinWebUrl;

  describe("records", () => {
    test.each<[string, string, ActivityOptions]>([
      ["live", "Sprint review", {}],
      ["live, of a room", "#日本 meeting", {}],
      ["live, of a thread", "Thread meeting", { root: ROOT }],
    ])("%s: anyone gets the same meeting of the same organizer", async (_, subject, options) => {
      const room = subject.startsWith("#") ? "#日本" : options.root ? "here" : "";
      const { sent, graphRequests } = await app.turn(
        message(`meet ${room}`, { from: bo, ...options }),
      );
      const old = fixture.created.find(({ body }) => body["subject"] === subject);
      expect(graphRequests).toMatchObject([
        { path: old?.path, status: 200, body: { externalId: old?.body.externalId } },
      ]);
      expect(linkOf(cardOf(sent[0]))).toBe(joinUrlOf(subject));
      expect(subjects()).toHaveLength(fixture.created.length);
    });

    test("live: a rename changes the meeting and updates the cards that were posted", async () => {
      const { sent, graphRequests } = await app.turn(message("rename Retro", { from: ada }));
      expect(changesIn(graphRequests)).toMatchObject([
        { path: expect.stringContaining(`/users/${ada.aadId}/`), status: 200 },
      ]);
      const updated = sent.filter(({ method }) => method === "PUT").map(({ id }) => id);
      expect(updated.toSorted()).toEqual(["sent-2", "sent-5"]); // the answer is sent-1 here
    });

    test("claimed: the next person completes it for the same organizer", async () => {
      const { graphRequests } = await app.turn(message("meet", { from: bo, in: groupChat }));
      expect(graphRequests).toMatchObject([
        {
          path: `/v1.0/users/${ada.aadId}/onlineMeetings/createOrGet`,
          body: { externalId: "4a24a113-9dfe-5665-8f80-de90a107ae5c", subject: "Budget" },
          status: 201,
        },
      ]);
    });

    test("cancelled: cards say so, and Start again makes the next meeting", async () => {
      const options = { from: bo, in: meetingChat };
      const seen = await app.turn(pressOld("cancelledMeeting", "Refresh", options));
      expect(textOf(cardOfAnswer(seen.answer))).toContain("Cancelled");
      expect(seen.graphRequests).toEqual([]);
      const { graphRequests } = await app.turn(pressOld("cancelled", "Start again", options));
      expect(graphRequests).toMatchObject([
        { path: `/v1.0/users/${ada.aadId}/onlineMeetings/createOrGet`, status: 201 },
      ]);
      const [body] = createOrGetBodies(graphRequests);
      expect(body?.["externalId"]).not.toBe("bc94ab15-3b9d-59e5-b75a-4cb7f30e941f");
      expect(body?.["subject"]).toBe("Old plan");
    });

    test("with a lease of a stopped process: a change waits until the lease has expired", async () => {
      const startedAt = app.clock.now().getTime();
      const renaming = app.turn(message("rename Crit", { in: design }));
      const { graphRequests } = await app.clock.runUntil(renaming);
      expect(app.clock.now().getTime() - startedAt).toBeGreaterThanOrEqual(35_000);
      expect(changesIn(graphRequests)).toMatchObject([{ status: 200, body: { subject: "Crit" } }]);
      const shown = await app.turn(pressOld("leased", "Refresh", { in: design }));
      expect(linkOf(cardOfAnswer(shown.answer))).toBe(joinUrlOf("Crit"));
    });

    test("rooms and recent meetings are listed", async () => {
      const { sent } = await app.turn(message("rooms", { from: bo }));
      expect(textOf(cardOf(sent[0]))).toContain("日本");
      const { titles, graphRequests } = await search(app, undefined, { in: groupChat });
      expect(titles).toEqual(
        expect.arrayContaining(["Sprint review", "Planning", "Thread meeting", "Design sync"]),
      );
      expect((await search(app, "plann", { in: groupChat })).titles).toContain("Planning");
      expect(graphRequests).toEqual([]);
    });
  });

  describe("buttons of a meeting", () => {
    test("Refresh shows it", async () => {
      const { answer, graphRequests } = await app.turn(
        pressOld("meeting", "Refresh", { from: bo }),
      );
      expect(linkOf(cardOfAnswer(answer))).toBe(joinUrlOf("Sprint review"));
      expect(graphRequests).toEqual([]);
    });

    test("Refresh in a client without Action.Execute shows it", async () => {
      const { verb, data } = fixture.buttons["meeting"]!["Refresh"]!;
      const { sent } = await app.turn(submit({ verb, ...data }, { from: bo }));
      expect(linkOf(cardOf(sent[0]))).toBe(joinUrlOf("Sprint review"));
    });

    test.each([
      ["help", "Meet"],
      ["options", "Back"],
      ["change", "Keep"],
      ["confirmNew", "Back"],
      ["confirmCancel", "Back"],
    ])("%s: %s shows it", async (card, title) => {
      const { answer } = await app.turn(pressOld(card, title, { from: bo }));
      expect(linkOf(cardOfAnswer(answer))).toBe(joinUrlOf("Sprint review"));
      expect(subjects()).toHaveLength(fixture.created.length);
    });

    test("Copy link gives a link to it", async () => {
      const { answer } = await app.turn(pressOld("meeting", "Copy link"));
      const opened = await openLink(app, linkIn(cardOfAnswer(answer)));
      expect(opened.headers.get("location")).toBe(joinUrlOf("Sprint review"));
    });

    test.each([
      ["New link", "new link"],
      ["Cancel meeting", "Cancel"],
      ["Options", "Meeting options"],
    ])("%s opens its card", async (title, text) => {
      const { answer } = await app.turn(pressOld("meeting", title));
      expect(textOf(cardOfAnswer(answer))).toContain(text);
    });

    test("Save sets its options", async () => {
      const inputs = { lobby: "everyone" };
      const { graphRequests } = await app.turn(pressOld("options", "Save", { with: inputs }));
      expect(changesIn(graphRequests)).toMatchObject([
        { status: 200, body: { lobbyBypassSettings: { scope: "everyone" } } },
      ]);
    });

    test("none of them changes it from another conversation", async () => {
      const options = { in: design };
      const { answer } = await app.turn(pressOld("confirmCancel", "Cancel meeting", options));
      expect(answer.body).toMatchObject({ value: { code: "bad_reference" } });
      expect(app.cloud.requests()).toEqual([]);
    });
  });

  describe("offers", () => {
    test.each([
      ["confirmNew", "Make a new link"],
      ["confirmCancel", "Cancel meeting"],
    ])("%s: %s works only for the person who asked, for 10 minutes", async (card, title) => {
      const other = await app.turn(pressOld(card, title, { from: bo }));
      expect(other.answer.body).toMatchObject({ value: { code: "not_the_asker" } });
      await app.clock.advance(10 * 60_000);
      const late = await app.turn(pressOld(card, title));
      expect(late.answer.body).toMatchObject({ value: { code: "expired" } });
      expect(app.cloud.requests()).toEqual([]);
    });

    test("a new link can be confirmed", async () => {
      const { answer, graphRequests } = await app.turn(pressOld("confirmNew", "Make a new link"));
      expect(createOrGetBodies(graphRequests)).toHaveLength(1);
      expect(linkOf(cardOfAnswer(answer))).toBe(app.cloud.meetings().at(-1)?.joinWebUrl);
      expect(linkOf(cardOfAnswer(answer))).not.toBe(joinUrlOf("Sprint review"));
    });

    test("a cancellation can be confirmed", async () => {
      const { graphRequests } = await app.turn(pressOld("confirmCancel", "Cancel meeting"));
      expect(graphRequests).toMatchObject([{ method: "DELETE", status: 204 }]);
      expect(subjects()).not.toContain("Sprint review");
    });

    test("Update does what its card shows, at any later time", async () => {
      await app.clock.advance(20 * HOUR_MS);
      const { answer, graphRequests } = await app.turn(pressOld("change", "Update"));
      expect(changesIn(graphRequests)).toMatchObject([
        { status: 200, body: { subject: "Retro", startDateTime: "2026-11-21T15:00:00.000Z" } },
      ]);
      expect(textOf(cardOfAnswer(answer))).toContain("Bo Nilsson");
    });

    test.each([
      ["unknownText", "lunch"],
      ["offer", "dinner"],
    ])("Meet of %s creates one meeting for everyone who presses it", async (card, subject) => {
      for (const from of [bo, ada]) {
        const { answer } = await app.turn(pressOld(card, "Meet", { from }));
        expect(linkOf(cardOfAnswer(answer))).toBe(joinUrlOf(subject));
      }
      expect(subjects()).toHaveLength(fixture.created.length + 1);
    });

    test("a search result can be chosen by the person who searched", async () => {
      expect((await choose(app, fixture.choice, { from: bo })).words).toContain("Search again.");
      const { entries } = await choose(app, fixture.choice);
      expect(linkOf(entries[0]!.card)).toBe(joinUrlOf("dinner"));
    });

    test("the dialog still knows the names of the people in it", async () => {
      const data = { ...fixture.dialog, day: "2026-11-24" };
      const about = { commandId: "meet", commandContext: "compose" };
      const { answer } = await app.turn(extensionInvoke("submitAction", { ...about, data }));
      expect(textOf(dialogOf(answer))).toContain("Bo Nilsson");
    });
  });

  describe("previews", () => {
    test("can be sent once, by the person who made them", async () => {
      const other = await app.turn(pressBelowOld("unsent", "send", { from: bo }));
      expect(messageTextOf(other.answer)).toContain("Only the person who opened this dialog");
      const { sent } = await app.turn(pressBelowOld("unsent", "send"));
      expect(linkOf(cardOf(sent[0]))).toBe(joinUrlOf("Sprint review"));
      const again = await app.turn(pressBelowOld("unsent", "send"));
      expect(messageTextOf(again.answer)).toContain("already posted");
    });

    test("that release 0.1 posted aren't posted again", async () => {
      const { answer, sent } = await app.turn(pressBelowOld("posted", "send"));
      expect(messageTextOf(answer)).toContain("already posted");
      expect(sent).toEqual([]);
    });

    test("can be edited", async () => {
      const { answer } = await app.turn(pressBelowOld("room", "edit"));
      expect(fieldsOf(dialogOf(answer))).toMatchObject({ topic: "Planning", people: bo.aadId });
    });

    test("expire after an hour", async () => {
      await app.clock.advance(HOUR_MS);
      const { answer, sent } = await app.turn(pressBelowOld("unsent", "send"));
      expect(messageTextOf(answer)).toContain("expired after an hour");
      expect(sent).toEqual([]);
    });

    test("are shown once the bot has been added", async () => {
      const { answer } = await app.turn(afterInstall(fixture.install));
      expect(linkOf(previewOf(answer))).toBe(joinUrlOf("Sprint review"));
    });
  });

  describe("a link", () => {
    test("opens the meeting", async () => {
      const opened = await openLink(app, fixture.link);
      expect(opened.status).toBe(302);
      expect(opened.headers.get("location")).toBe(joinUrlOf("Sprint review"));
    });

    test("unfurls to the meeting's card", async () => {
      const { answer } = await app.turn(
        extensionInvoke("queryLink", { url: fixture.link }, { in: groupChat, from: bo }),
      );
      expect(linkOf(resultsOf(answer)[0]!.card)).toBe(joinUrlOf("Sprint review"));
    });

    test("has ended once the meeting has a new link", async () => {
      await app.turn(pressOld("confirmNew", "Make a new link"));
      expect((await openLink(app, fixture.link)).status).toBe(410);
      const { answer } = await app.turn(pressOld("meeting", "Refresh", { from: bo }));
      expect(textOf(cardOfAnswer(answer))).toContain("The meeting’s link was replaced");
    });
  });
});

describe("a command that waited for a sign-in during the upgrade", () => {
  const app = useApp(() => delegated({ store: newStore() }));
  const waitingSchema = z.looseObject({ waitingVersion: z.literal(1), sealed: z.string() });

  beforeEach(async () => {
    for (const { key, text } of fixture.rows) {
      const waiting = waitingSchema.safeParse(JSON.parse(text)).data;
      if (!waiting) continue;
      const content = tokens.pending.decode(waiting.sealed);
      const here = JSON.stringify(content).replaceAll(SERVICE_URL, app.connector.url);
      const sealed = tokens.pending.encode(z.looseObject({}).parse(JSON.parse(here)));
      await table.insert(key, JSON.stringify({ ...waiting, sealed }));
    }
  });

  const signIn = () => {
    const value = { id: fixture.signInId, connectionName: "", token: tokenOf(app, ada) };
    const invoke = { type: "invoke", name: "signin/tokenExchange", value };
    return app.turn(event(invoke, { in: personalChat }));
  };

  test("runs after the sign-in, once", async () => {
    const { answer, sent, graphRequests } = await signIn();
    expect(answer.status).toBe(200);
    expect(graphRequests).toMatchObject([
      {
        path: "/v1.0/me/onlineMeetings/createOrGet",
        body: { subject: "Project Nightingale" },
        status: 201,
      },
    ]);
    expect(sent).toMatchObject([{ method: "PUT", id: "sent-1" }]);
    expect(linkOf(cardOf(sent[0]))).toBe(app.cloud.meetings()[0]?.joinWebUrl);
    expect((await signIn()).sent).toEqual([]);
    expect(app.cloud.meetings()).toHaveLength(1);
  });

  test("has expired after 15 minutes", async () => {
    await app.clock.advance(15 * 60_000);
    const { sent, graphRequests } = await signIn();
    expect(textOf(cardOf(sent[0]))).toContain("expired after 15 minutes");
    expect(graphRequests).toEqual([]);
  });
});

describe("a token is decoded only as its own kind", () => {
  const codecs = {
    meeting: (token: unknown) => tokens.meeting.decode(token),
    offer: (token: unknown) => {
      const value = tokens.request.decode(token);
      return value?.does === "post" ? undefined : value;
    },
    preview: (token: unknown) => {
      const value = tokens.request.decode(token);
      return value?.does === "post" ? value : undefined;
    },
    pending: (token: unknown) => tokens.pending.decode(token),
    link: (token: unknown) => tokens.links.readLink(`${LINK_ORIGIN}/m/${String(token)}`),
  };
  const all = Object.values(fixture.buttons).flatMap((card) => Object.values(card));
  const dataOf = (name: string) => all.map(({ data }) => data[name]).filter(Boolean);
  const sealed = fixture.rows.map(({ text }) => /"sealed":"([\w-]+)"/.exec(text)?.[1]);
  const reference = {
    key: { tenantId: TENANT, threadId: general.threadId, room: "" },
    generation: 1,
  };
  const request = { topic: "", wasTopicCut: false, people: [], room: "", isHere: false };
  const restriction = { requestedBy: ada, expiresAt: "2026-11-20T10:00:00.000Z" };
  const offer = { does: "meet", reference, request } as const;

  test.each<[keyof typeof codecs, unknown[]]>([
    ["meeting", [...dataOf("ref"), tokens.meeting.encode(reference)]],
    [
      "offer",
      [
        ...dataOf("offer"),
        fixture.choice.offer,
        fixture.dialog.offer,
        tokens.request.encode(offer),
        tokens.request.encode({ ...offer, restriction }),
      ],
    ],
    [
      "preview",
      [
        ...Object.values(fixture.previews),
        fixture.install.preview,
        tokens.request.encode({
          ...offer,
          does: "post",
          id: "x",
          restriction,
          entered: {},
          isSettled: true,
        }),
      ],
    ],
    ["pending", [...sealed.filter(Boolean), tokens.pending.encode({ activity: {} })]],
    ["link", [fixture.link, tokens.links.toLink(reference)].map((link) => link.split("/m/")[1])],
  ])("%s", (kind, made) => {
    expect(made.length).toBeGreaterThan(1);
    for (const token of made) {
      const accepted = Object.entries(codecs).filter(([, decode]) => decode(token) !== undefined);
      expect(accepted.map(([name]) => name)).toEqual([kind]);
    }
  });
});
