import type { Activity } from "botbuilder";
import type { LocalSettings } from "../../src/local/local-cloud";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import { ada, bo, chen, general, message, type TestPerson } from "../support/activities";
import { callNews, peopleNews } from "../support/call-news";
import { buttonsOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import type { SentActivity } from "../support/connector";
import { linkOf } from "../support/meeting";
import { press } from "../support/press";
import { startApp } from "../support/start-app";
import { useApp } from "../support/use-app";

const on = (time: string) => `2026-11-20T${time}.000Z`;
const OTHER_TENANT = "99999999-2222-4333-8444-555555555555";

describe("a meeting's posted card", () => {
  const app = useApp();

  /** What the card shows, after its name. Times are in Paris, an hour ahead. */
  const linesOf = (sent: SentActivity | undefined) =>
    textOf(cardOf(sent)).split("\n").slice(1).join(" ");
  const updates = () => app.connector.sent.filter(({ method }) => method === "PUT");
  const lastUpdate = () => linesOf(updates().at(-1));
  const problems = () => app.log.filter(({ level }) => Number(level) > 30);

  /** Creates a meeting; returns its message and link. */
  async function meet(text = "meet Sprint review", options = {}) {
    const { sent } = await app.turn(message(text, options));
    const card = sent.find(({ method }) => method === "POST");
    const join = buttonsOf(cardOf(card))[0];
    return { card, link: join && "url" in join ? join.url : "" };
  }

  async function tell(...events: Partial<Activity>[]): Promise<void> {
    for (const event of events) {
      const { answer } = await app.turn(event);
      expect(answer.status).toBe(200);
    }
  }

  it("says when people are in the meeting, and when they have left", async () => {
    const { card, link } = await meet();
    await app.clock.advance(5 * 3_600_000 + 120_000);
    await tell(callNews("Start", link, on("14:02:00")));
    expect(updates().map(({ id }) => id)).toEqual([card?.id]);
    expect(lastUpdate()).toContain("● In progress  · started 3:02 PM No fixed time");
    expect(buttonsOf(cardOf(updates()[0]))[0]).toMatchObject({ title: "Join", style: "positive" });

    await tell(peopleNews("Join", [ada, bo], on("14:02:10")));
    await tell(peopleNews("Join", [chen], on("14:02:20")));
    expect(updates()).toHaveLength(1);
    await app.clock.advance(30_000);
    await app.connector.waitFor(({ activity }) => JSON.stringify(activity).includes("3 people"));
    expect(updates()).toHaveLength(2);
    expect(lastUpdate()).toContain("● In progress  · started 3:02 PM · 3 people");

    await app.clock.advance(45 * 60_000 - 30_000);
    await tell(callNews("End", link, on("14:47:00")));
    expect(lastUpdate()).toContain("Ended 3:47 PM · 45 min · 3 people No fixed time");
    expect(problems()).toEqual([]);
  });

  it("is shown by Refresh, by commands and in the list of rooms, without a call to Graph", async () => {
    const { card, link } = await meet();
    await meet("meet #design Sketches");
    await tell(callNews("Start", link, on("09:00:00")));
    const { answer, graphRequests } = await app.turn(press(card, "Refresh", { from: bo }));
    expect(textOf(cardOfAnswer(answer))).toContain("started 10:00 AM");
    expect(graphRequests).toEqual([]);
    const { sent } = await app.turn(message("rooms", { locale: "fr-FR" }));
    const list = textOf(cardOf(sent[0])).split("\n");
    expect(list.filter((line) => line.includes("●"))).toEqual(["● En cours"]);
    expect(list.indexOf("Sprint review")).toBeLessThan(list.indexOf("Sketches"));
  });

  it("lists a room first while people are in it", async () => {
    await meet();
    const { link } = await meet("meet #design Sketches");
    await tell(callNews("Start", link, on("09:00:00")));
    const { sent } = await app.turn(message("rooms"));
    const list = textOf(cardOf(sent[0])).split("\n");
    expect(list.indexOf("Sketches")).toBeLessThan(list.indexOf("Sprint review"));
  });

  it.each([
    [
      "fr-FR",
      "● En cours  · commencée à 10:00 · 2 personnes",
      "Terminée à 10:45 · 45 min · 2 personnes",
      "Sans horaire fixe · dernière réunion : aujourd’hui, 45 min",
      "dernière réunion le 20 nov., 45 min",
    ],
    [
      "ja-JP",
      "● 開催中  · 10:00 に開始 · 2 人",
      "10:45 に終了 · 45 分 · 2 人",
      "日時指定なし · 前回の会議: 今日、45 分",
      "前回の会議: 11月20日、45 分",
    ],
    [
      "ru-RU",
      "● Идёт сейчас  · началось в 10:00 · 2 человека",
      "Завершилось в 10:45 · 45 мин · 2 человека",
      "Время не задано · последнее собрание: сегодня, 45 мин",
      "последнее собрание: 20 нояб., 45 мин",
    ],
    [
      "zh-CN",
      "● 进行中  · 10:00 开始 · 2 人",
      "10:45 结束 · 45分钟 · 2 人",
      "无固定时间 · 上次会议：今天，时长 45分钟",
      "上次会议：11月20日，时长 45分钟",
    ],
    [
      "en-GB",
      "● In progress  · started 10:00 · 2 people",
      "Ended 10:45 · 45 mins · 2 people",
      "No fixed time · last met today, 45 mins",
      "last met 20 Nov, 45 mins",
    ],
  ])("is in the language of its readers: %s", async (locale, started, ended, today, later) => {
    const { link } = await meet("meet Sprint review", { locale });
    await tell(peopleNews("Join", [ada], on("09:00:00")));
    await tell(callNews("Start", link, on("09:00:00")));
    await tell(peopleNews("Join", [ada, bo], on("09:00:01")));
    await app.clock.advance(45 * 60_000);
    expect(lastUpdate()).toContain(started);
    await tell(callNews("End", link, on("09:45:00")));
    expect(lastUpdate()).toContain(ended);
    await app.clock.advance(60 * 60_000);
    await app.runDue();
    expect(lastUpdate()).toContain(today);
    expect(lastUpdate()).not.toContain(ended);
    // Midnight in Paris.
    await app.clock.advance(Date.parse("2026-11-20T23:00:00Z") - app.clock.now().getTime() - 1);
    await app.runDue();
    expect(lastUpdate()).toContain(today);
    await app.clock.advance(1);
    await app.runDue();
    expect(lastUpdate()).toContain(later);
    const count = updates().length;
    await app.clock.advance(48 * 3_600_000);
    await app.runDue();
    expect(updates()).toHaveLength(count);
    expect(problems()).toEqual([]);
  });

  it("says that people met today only on that day, to each reader", async () => {
    const { card, link } = await meet();
    await tell(callNews("Start", link, on("09:00:00")), callNews("End", link, on("09:00:00")));
    await app.clock.advance(Date.parse("2026-11-20T22:59:59Z") - app.clock.now().getTime());
    const look = async (timeZone: string) => {
      const { answer } = await app.turn(press(card, "Refresh", { timeZone }));
      return textOf(cardOfAnswer(answer));
    };
    expect(await look("Europe/Paris")).toContain("last met today");
    expect(await look("Asia/Tokyo")).toContain("last met Nov 20");
    await app.clock.advance(1_000);
    expect(await look("Europe/Paris")).toContain("last met Nov 20");
    expect(await look("America/New_York")).toContain("last met today");
  });

  it.each([
    ["a standing meeting after 12 hours", "meet Retro", 12],
    ["a scheduled one 4 hours after its time", "meet Retro today at 11am for 1 hour", 4 + 2],
  ])("stops saying that people are in %s if Teams tells of no end", async (_, text, hours) => {
    const { card, link } = await meet(text);
    await tell(callNews("Start", link, on("09:00:00")));
    await app.clock.advance(hours * 3_600_000 - 1);
    await app.runDue();
    expect(updates()).toHaveLength(1);
    const before = await app.turn(press(card, "Refresh"));
    expect(textOf(cardOfAnswer(before.answer))).toContain("In progress");
    await app.clock.advance(1);
    const after = await app.turn(press(card, "Refresh"));
    expect(textOf(cardOfAnswer(after.answer))).not.toContain("In progress");
    await app.runDue();
    expect(updates()).toHaveLength(2);
    expect(lastUpdate()).not.toContain("In progress");

    await tell(callNews("End", link, on("09:45:00")));
    expect(lastUpdate()).toContain("45 min");
  });

  it("keeps the end of a scheduled meeting, with its day if that's another one", async () => {
    const { card, link } = await meet("meet Retro today at 11am for 1 hour");
    await app.clock.advance(2 * 3_600_000);
    await tell(callNews("Start", link, on("10:00:00")), callNews("End", link, on("10:45:00")));
    await app.clock.advance(73 * 3_600_000);
    const { answer } = await app.turn(press(card, "Refresh"));
    expect(textOf(cardOfAnswer(answer))).toContain("Ended 11:45 AM · 45 min");
    await tell(
      callNews("Start", link, "2026-11-23T09:00:00Z"),
      callNews("End", link, "2026-11-23T09:10:00Z"),
    );
    await app.clock.advance(24 * 3_600_000);
    const later = await app.turn(press(card, "Refresh"));
    expect(textOf(cardOfAnswer(later.answer))).toContain("Ended Nov 23, 10:10 AM · 10 min");
  });

  it("doesn't say that a meeting has ended before its time", async () => {
    const { card, link } = await meet("meet Retro tomorrow at 11am");
    await tell(callNews("Start", link, on("09:00:00")), callNews("End", link, on("09:00:00")));
    const { answer } = await app.turn(press(card, "Refresh"));
    expect(textOf(cardOfAnswer(answer))).not.toContain("Ended");
  });

  it("is updated at most every 30 s, over two processes, and shows the last state", async () => {
    const { link } = await meet();
    const other = await startApp({ store: app.store, cloud: app.cloud, clock: app.clock });
    const all = () =>
      [app, other]
        .flatMap(({ connector }) => connector.sent)
        .filter(({ method }) => method === "PUT");
    await tell(callNews("Start", link, on("09:00:00")));
    for (const [index, person] of [ada, bo, chen].entries()) {
      const one = index % 2 === 0 ? app : other;
      await one.turn(peopleNews("Join", [person], on(`09:00:0${index}`)));
    }
    await other.turn(callNews("End", link, on("09:00:20")));
    expect(all()).toHaveLength(1);
    await app.clock.advance(29_999);
    expect(all()).toHaveLength(1);
    await app.clock.advance(1);
    // One of the two.
    await Promise.race(
      [app, other].map(({ connector }) =>
        connector.waitFor(({ activity }) => JSON.stringify(activity).includes("3 people")),
      ),
    );
    await app.turn(message("help"));
    await other.turn(message("help"));
    expect(all()).toHaveLength(2);
    await other.stop();
  });

  it("shows what waits although the process that noted it doesn't", async () => {
    const { link } = await meet();
    // Its clock stands still.
    const dead = await startApp({ store: app.store, cloud: app.cloud });
    await dead.turn(callNews("Start", link, on("09:00:00")));
    await dead.turn(callNews("End", link, on("09:00:00")));
    const shown = () => [...updates(), ...dead.connector.sent];
    expect(shown()).toHaveLength(1);
    await app.clock.advance(29_000);
    await app.runDue();
    expect(shown()).toHaveLength(1);
    await app.clock.advance(1_000);
    await app.runDue();
    await app.runDue();
    expect(shown()).toHaveLength(2);
    expect(lastUpdate()).toContain("Ended");
    await app.clock.advance(45_000);
    await app.runDue();
    expect(shown()).toHaveLength(2);
    await dead.stop();
  });

  it("shows at once what waits when the process ends", async () => {
    const { link } = await meet();
    await tell(callNews("Start", link, on("09:00:00")), callNews("End", link, on("09:00:00")));
    expect(updates()).toHaveLength(1);
    app.beginShutdown(0);
    await app.connector.waitFor(({ activity }) => JSON.stringify(activity).includes("Ended"));
  });

  it("shows a new call after the end, and none by an old link", async () => {
    const { card, link } = await meet();
    await tell(callNews("Start", link, on("08:00:00")), callNews("End", link, on("08:10:00")));
    await tell(callNews("Start", link, on("08:30:00")));
    const look = async () => textOf(cardOfAnswer((await app.turn(press(card, "Refresh"))).answer));
    expect(await look()).toContain("started 9:30 AM");
    await tell(callNews("End", link, on("08:10:00")), callNews("Start", link, on("08:00:00")));
    expect(await look()).toContain("started 9:30 AM");

    const question = await app.turn(message("new"));
    const { sent } = await app.turn(press(question.sent.at(-1), "Create new link"));
    const renewed = linkOf(cardOf(sent.at(-1)));
    expect(renewed).not.toBe(link);
    expect(await look()).not.toContain("In progress");
    await tell(callNews("End", link, on("08:40:00")), callNews("Start", link, on("08:50:00")));
    expect(await look()).not.toMatch(/In progress|Ended/);
    await tell(callNews("Start", renewed, on("08:55:00")));
    expect(await look()).toContain("started 9:55 AM");
  });

  it.each<[string, (event: Partial<Activity>) => object]>([
    ["a space before its name", (event) => ({ name: ` ${event.name} ` })],
    ["a name in capitals", (event) => ({ name: event.name?.toUpperCase() })],
    ["no title", (event) => ({ value: { ...event.value, Title: null } })],
    ["fields in lower case", ({ value }) => ({ value: lowerKeys(value) })],
    [
      "fields in camel case",
      ({ value }) => ({
        value: Object.fromEntries(
          Object.entries(value as object).map(([key, field]) => [
            key[0]?.toLowerCase() + key.slice(1),
            field,
          ]),
        ),
      }),
    ],
    [
      "seven digits of seconds",
      ({ value }) => ({ value: { ...value, StartTime: "2026-11-20T09:00:00.1234567Z" } }),
    ],
    [
      "an empty time of .NET",
      ({ value }) => ({ value: { ...value, StartTime: "0001-01-01T00:00:00" } }),
    ],
    [
      "escapes in upper case",
      ({ value }) => ({
        value: {
          ...value,
          JoinUrl: value.JoinUrl.replace(/%../g, (one: string) => one.toUpperCase()),
        },
      }),
    ],
    ["no time", ({ value }) => ({ value: { ...value, StartTime: null } })],
    [
      "no meeting in its channel data",
      ({ channelData }) => ({ channelData: { ...channelData, meeting: null } }),
    ],
    [
      "only the tenant of its channel data",
      ({ conversation }) => ({ conversation: { ...conversation, tenantId: null } }),
    ],
    ["a sender without a name", () => ({ from: { id: "29:unknown" } })],
  ])("understands an event with %s", async (_, change) => {
    const { link } = await meet();
    const event = callNews("Start", link, on("09:00:00"));
    await tell({ ...event, ...change(event) });
    expect(lastUpdate()).toContain("In progress");
    expect(problems()).toEqual([]);
  });

  it.each<[string, (event: Partial<Activity>) => object]>([
    [
      "another tenant",
      ({ channelData, conversation }) => ({
        conversation: { ...conversation, tenantId: OTHER_TENANT },
        channelData: { ...channelData, tenant: { id: OTHER_TENANT } },
      }),
    ],
    [
      "an unknown meeting",
      ({ value }) => ({ value: { ...value, JoinUrl: "https://teams.microsoft.com/meet/1" } }),
    ],
    ["a longer link", ({ value }) => ({ value: { ...value, JoinUrl: `${value.JoinUrl}&x=1` } })],
    [
      "no meeting",
      ({ value, channelData }) => ({
        value: { ...value, JoinUrl: null },
        channelData: { ...channelData, meeting: null },
      }),
    ],
    ["nothing", () => ({ value: null })],
    [
      "an id that is too long",
      ({ value, channelData }) => ({
        value: { ...value, JoinUrl: null },
        channelData: { ...channelData, meeting: { id: "x".repeat(100_000) } },
      }),
    ],
    [
      "people who are none",
      () => ({
        name: "application/vnd.microsoft.meetingParticipantJoin",
        value: { members: [null, 1, {}, { user: [] }, { user: { id: "" } }] },
      }),
    ],
    ["a list", () => ({ value: [1], channelData: { meeting: [] } })],
    ["something else", () => ({ name: "application/vnd.microsoft.meetingReaction" })],
  ])("ignores an event about %s, and logs no names", async (_, change) => {
    const { link } = await meet();
    const event = callNews("Start", link, on("09:00:00"), { meetingId: "another" });
    await tell({ ...event, ...change(event) });
    await tell(peopleNews("Join", [ada], on("09:00:00"), { meetingId: "another" }));
    expect(updates()).toEqual([]);
    expect(problems()).toEqual([]);
    expect(JSON.stringify(app.log)).not.toMatch(/secret|Lovelace|meetup-join/);
  });

  it("counts someone who joins before the news of the first start", async () => {
    const { card, link } = await meet();
    await tell(peopleNews("Join", [ada], on("09:00:00")));
    await tell(callNews("Start", link, on("09:00:00")));
    await app.clock.advance(30_000);
    await tell(peopleNews("Join", [bo], on("09:00:30")));
    const { answer } = await app.turn(press(card, "Refresh"));
    expect(textOf(cardOfAnswer(answer))).toContain("2 people");
    expect(problems()).toEqual([]);
  });

  it("counts someone who leaves with one of two devices", async () => {
    const { card, link } = await meet();
    await tell(
      callNews("Start", link, on("09:00:00")),
      peopleNews("Join", [ada, bo], on("09:00:00")),
    );
    const leaving = peopleNews("Leave", [ada], on("09:00:00"));
    const [member] = (leaving.value as { members: object[] }).members;
    const value = { members: [{ ...member, meeting: { inMeeting: true, role: "Attendee" } }] };
    await tell({ ...leaving, value });
    const { answer } = await app.turn(press(card, "Refresh"));
    expect(textOf(cardOfAnswer(answer))).toContain("2 people");
  });

  it("doesn't store an id that is too long", async () => {
    const { link } = await meet();
    const meetingId = "x".repeat(100_000);
    await tell(callNews("Start", link, on("09:00:00"), { meetingId }));
    expect(lastUpdate()).toContain("In progress");
    const { tenantId, threadId } = general;
    const stored = await app.store.records.get({ tenantId, threadId, room: "" });
    expect(JSON.stringify(stored).length).toBeLessThan(10_000);
  });

  it("takes a doubled event once", async () => {
    const { link } = await meet();
    const start = callNews("Start", link, on("09:00:00"));
    await tell(start, start);
    await app.clock.advance(60_000);
    await tell(start);
    expect(updates()).toHaveLength(1);
  });

  it("tells nothing about people's names or ids to the store", async () => {
    const { link } = await meet("meet Sprint review", { from: chen });
    await tell(
      callNews("Start", link, on("09:00:00")),
      peopleNews("Join", [ada, bo], on("09:00:01")),
    );
    const { tenantId, threadId } = general;
    const stored = await app.store.records.get({ tenantId, threadId, room: "" });
    expect(stored?.record).toMatchObject({ session: { people: [{ isIn: true }, { isIn: true }] } });
    const { session } = stored!.record as LiveRecord;
    expect(JSON.stringify(session?.people)).not.toMatch(/Ada|Bo|5d2b4c1e|29:/);
  });

  it("answers 500 while the store is down, so that Teams can send the event again", async () => {
    const { link } = await meet();
    const list = jest.spyOn(app.store.joinLinks, "list").mockRejectedValueOnce(new Error("down"));
    const { answer } = await app.turn(callNews("Start", link, on("09:00:00")));
    expect(answer.status).toBe(500);
    list.mockRestore();
    await tell(callNews("Start", link, on("09:00:00")));
    expect(updates()).toHaveLength(1);
  });

  it("reaches a meeting of an earlier release once its card was shown", async () => {
    const { card, link } = await meet();
    const { tenantId, threadId } = general;
    const rows = await app.store.joinLinks.list({ tenantId, joinWebUrl: link });
    for (const row of rows.records) await app.store.joinLinks.erase(row);
    const stored = await app.store.records.get({ tenantId, threadId, room: "" });
    await app.store.records.replace(stored!, {
      ...stored!.record,
      indexedLink: undefined,
    } as never);
    await tell(callNews("Start", link, on("08:00:00")));
    expect(updates()).toEqual([]);

    await app.turn(press(card, "Refresh"));
    await tell(callNews("Start", link, on("08:10:00")));
    expect(lastUpdate()).toContain("started 9:10 AM");
    const writes = jest.spyOn(app.store.records, "replace");
    const { graphRequests } = await app.turn(press(card, "Refresh"));
    expect([writes.mock.calls.length, graphRequests.length]).toEqual([0, 0]);
    writes.mockRestore();
  });
});

describe.each(["PascalCase", "camelCase"] as const)("Teams' events in %s", (botEventCasing) => {
  const app = useApp();

  /** Creates a meeting, and has the embedded cloud tell of its call. */
  async function meetAndJoin(settings: Partial<LocalSettings>) {
    const { sent } = await app.turn(message("meet Sprint review"));
    const joinWebUrl = linkOf(cardOf(sent[0]));
    const botEndpoint = `${app.url}/api/messages`;
    Object.assign(app.cloud.settings, { botEndpoint, botEventCasing, ...settings });
    await app.cloud.changeCall({ joinWebUrl, start: true, joined: [ada, bo].map(toPerson) });
    const look = async () => {
      const { answer } = await app.turn(press(sent[0], "Refresh"));
      return textOf(cardOfAnswer(answer));
    };
    return { joinWebUrl, look };
  }
  const toPerson = ({ aadId }: TestPerson) => ({ id: aadId });

  it.each(["as it happened", "reversed"] as const)("are shown: %s", async (botEventOrder) => {
    const { joinWebUrl, look } = await meetAndJoin({ botEventOrder });
    // The first news of people has no link, and comes before the start if the order is reversed.
    await app.clock.advance(10_000);
    await app.turn(message("help"));
    expect(await look()).toContain("started 10:00 AM · 2 people");
    await app.clock.advance(60_000);
    await app.cloud.changeCall({ joinWebUrl, left: [ada.aadId], end: true });
    expect(await look()).toContain("Ended 10:01 AM · 1 min · 2 people");
  });

  it("may tell of an end after the next start", async () => {
    const { joinWebUrl, look } = await meetAndJoin({ botEventEnds: "after the next start" });
    await app.clock.advance(60_000);
    await app.cloud.changeCall({ joinWebUrl, left: [ada.aadId], end: true });
    expect(await look()).toContain("started 10:00 AM · 1 person");
    await app.clock.advance(3_600_000);
    await app.cloud.changeCall({ joinWebUrl, start: true, joined: [ada, bo].map(toPerson) });
    expect(await look()).toContain("started 11:01 AM · 2 people");
    await app.clock.advance(12 * 3_600_000);
    expect(await look()).not.toContain("In progress");
  });

  it("may lack the end", async () => {
    const { joinWebUrl, look } = await meetAndJoin({ botEventEnds: "missing" });
    await app.cloud.changeCall({ joinWebUrl, end: true });
    expect(await look()).toContain("In progress");
    await app.clock.advance(12 * 3_600_000);
    expect(await look()).not.toContain("In progress");
  });

  it("may not come at all", async () => {
    const { look } = await meetAndJoin({ botEvents: "none" });
    expect(await look()).not.toContain("In progress");
    expect(app.log.filter(({ level }) => Number(level) > 30)).toEqual([]);
  });
});

function lowerKeys(value: unknown): object {
  const entries = Object.entries(value as object);
  return Object.fromEntries(entries.map(([key, field]) => [key.toLowerCase(), field as unknown]));
}
