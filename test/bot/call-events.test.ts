import { ada, general, groupChat, message, TENANT } from "../support/activities";
import {
  CALL_EVENT_ROLES,
  meetAndSubscribe,
  recordOf,
  subscriptionCalls,
  withCallEvents,
} from "../support/call-events";
import { press } from "../support/press";
import { startApp } from "../support/start-app";
import { useApp } from "../support/use-app";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

describe("subscriptions to a meeting's calls", () => {
  const app = useApp(() => withCallEvents());

  /** Lets time pass as a server does: what is due is done every minute. */
  async function pass(ms: number, stepMs = MINUTE_MS): Promise<void> {
    for (let passedMs = 0; passedMs < ms; passedMs += stepMs) {
      await app.clock.advance(stepMs);
      await app.runDue();
    }
  }

  async function sendLifecycle(lifecycleEvent: string): Promise<void> {
    const [subscription] = app.cloud.subscriptions();
    await fetch(`${app.cloud.url}/_local/lifecycle-notifications`, {
      method: "POST",
      body: JSON.stringify({ subscriptionId: subscription?.id, lifecycleEvent }),
    });
    await app.drain();
  }

  test("are made as Microsoft's page says, for less than 70 hours", async () => {
    const joinWebUrl = await meetAndSubscribe(app);
    const call = app.cloud.requests().find(({ path }) => path.endsWith("/subscriptions"));
    expect(call).toMatchObject({
      path: "/beta/subscriptions",
      body: {
        changeType: "updated",
        resource: `communications/onlineMeetings(joinWebUrl='${encodeURIComponent(joinWebUrl)}')/meetingCallEvents`,
        notificationUrl: "https://rendezvous.example.com/api/graph-events",
        lifecycleNotificationUrl: "https://rendezvous.example.com/api/graph-events",
        includeResourceData: true,
        clientState: expect.stringMatching(/^.{20,128}$/),
        expirationDateTime: "2026-11-20T11:10:00.000Z",
      },
    });
  });

  test("of a standing meeting are made when someone looks at it, once, and dropped two hours later", async () => {
    const { sent } = await app.turn(message("meet", { from: ada }));
    await app.runDue();
    await app.turn(press(sent[0], "Refresh", { from: ada }));
    await app.turn(message("meet", { from: ada }));
    await app.runDue();
    expect(subscriptionCalls(app)).toEqual([["POST", 201]]);
    await pass(2 * HOUR_MS);
    expect(subscriptionCalls(app)).toEqual([
      ["POST", 201],
      ["DELETE", 204],
    ]);
    await app.turn(message("meet", { from: ada }));
    await app.runDue();
    expect(app.cloud.subscriptions()).toHaveLength(1);
  });

  test("last longer if someone looks again", async () => {
    await meetAndSubscribe(app);
    await pass(90 * MINUTE_MS);
    await app.turn(message("meet", { from: ada }));
    await app.runDue();
    await pass(90 * MINUTE_MS);
    expect(subscriptionCalls(app)).toEqual([
      ["POST", 201],
      ["PATCH", 200],
    ]);
    expect(app.cloud.subscriptions()).toHaveLength(1);
  });

  test("of a scheduled meeting are made ten minutes before it starts", async () => {
    await app.turn(message("meet Review today 12:00 for 30 min", { from: ada }));
    const startsAt = Date.parse((await recordOf(app)).meeting.startsAt ?? "");
    const waitMs = startsAt - app.clock.now().getTime();
    await pass(waitMs - 11 * MINUTE_MS, waitMs - 11 * MINUTE_MS);
    expect(subscriptionCalls(app)).toEqual([]);
    await pass(MINUTE_MS);
    expect(subscriptionCalls(app)).toEqual([["POST", 201]]);
    await pass(100 * MINUTE_MS);
    expect(app.cloud.subscriptions()).toEqual([]);
    await pass(HOUR_MS);
    expect(subscriptionCalls(app).filter(([method]) => method === "POST")).toHaveLength(1);
  });

  test("follow a meeting that is moved", async () => {
    await app.turn(message("meet Review today 12:00 for 30 min", { from: ada }));
    await app.turn(message("move to today 15:00", { from: ada }));
    const { meeting, callWatch } = await recordOf(app);
    expect(Date.parse(callWatch?.from ?? "")).toBe(
      Date.parse(meeting.startsAt ?? "") - 10 * MINUTE_MS,
    );
    const waitMs = Date.parse(callWatch?.from ?? "") - app.clock.now().getTime();
    await pass(waitMs - MINUTE_MS);
    const early = subscriptionCalls(app);
    await pass(5 * MINUTE_MS);
    expect([early, subscriptionCalls(app)]).toEqual([[], [["POST", 201]]]);
  });

  test("are renewed while a call goes on, and dropped 15 minutes after it", async () => {
    const joinWebUrl = await meetAndSubscribe(app);
    await pass(10 * MINUTE_MS);
    await app.cloud.changeCall({ joinWebUrl, joined: [{ id: "one" }] });
    await app.drain();
    await pass(5 * HOUR_MS, 10 * MINUTE_MS);
    expect(app.cloud.subscriptions()).toHaveLength(1);
    await app.cloud.changeCall({ joinWebUrl, end: true });
    await app.drain();
    expect((await recordOf(app)).session?.endedAt).toBeDefined();
    await pass(14 * MINUTE_MS);
    expect(app.cloud.subscriptions()).toHaveLength(1);
    await pass(2 * MINUTE_MS);
    expect(app.cloud.subscriptions()).toEqual([]);
    expect(app.log.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });

  test.each(["subscriptionRemoved", "reauthorizationRequired", "missed"])(
    "are looked after when Graph says %s",
    async (lifecycleEvent) => {
      const joinWebUrl = await meetAndSubscribe(app);
      await pass(MINUTE_MS);
      await sendLifecycle(lifecycleEvent);
      await pass(MINUTE_MS);
      expect(subscriptionCalls(app).slice(1)).toEqual(
        lifecycleEvent === "subscriptionRemoved"
          ? [
              ["PATCH", 404],
              ["POST", 201],
            ]
          : [["PATCH", 200]],
      );
      await app.cloud.changeCall({ joinWebUrl, start: true });
      await app.drain();
      expect((await recordOf(app)).session).toBeDefined();
    },
  );

  test("aren't touched by a lifecycle notification that someone else made up", async () => {
    await meetAndSubscribe(app);
    const [subscription] = app.cloud.subscriptions();
    const item = { subscriptionId: subscription?.id, tenantId: TENANT, clientState: "x" };
    const body = JSON.stringify({ value: [{ ...item, lifecycleEvent: "subscriptionRemoved" }] });
    await fetch(`${app.url}/api/graph-events`, { method: "POST", body });
    await pass(MINUTE_MS);
    expect(subscriptionCalls(app)).toEqual([["POST", 201]]);
  });

  test("are taken over if Graph has one of the app already, after a crash", async () => {
    const joinWebUrl = await meetAndSubscribe(app);
    // As if the process had died before it stored what Graph answered.
    const stored = await app.store.records.get((await recordOf(app)).key);
    const { callWatch, ...rest } = await recordOf(app);
    if (stored) await app.store.records.replace(stored, { ...rest, callWatch: undefined });
    await app.turn(message("meet", { from: ada }));
    await app.runDue();
    expect(subscriptionCalls(app).slice(1)).toEqual([
      ["POST", 409],
      ["GET", 200],
      ["PATCH", 200],
    ]);
    expect((await recordOf(app)).callWatch?.subscription?.id).toBe(callWatch?.subscription?.id);
    await app.cloud.changeCall({ joinWebUrl, start: true });
    await app.drain();
    expect((await recordOf(app)).session).toBeDefined();
  });

  test.each(["the tenant has no room for them", "the app lacks the permission"])(
    "are done without if %s, with one warning",
    async (reason) => {
      if (reason.includes("room")) app.cloud.settings.subscriptionQuota = 0;
      else app.cloud.addFault({ match: "/beta/subscriptions", times: 2, status: 403 });
      await app.turn(message("meet", { from: ada, in: general }));
      await app.turn(message("meet", { from: ada, in: groupChat }));
      await pass(5 * MINUTE_MS);
      const refused = app.log.filter(({ level }) => level === 40);
      expect(refused).toMatchObject([
        { status: 403, msg: expect.stringContaining("Graph refused a subscription") },
      ]);
      expect(subscriptionCalls(app)).toEqual([
        ["POST", 403],
        ["POST", 403],
      ]);
    },
  );

  test("are tried again later if Graph fails", async () => {
    await app.turn(message("meet", { from: ada }));
    app.cloud.addFault({ match: "/beta/subscriptions", times: 3, status: 503 });
    await app.runDue();
    expect(app.cloud.subscriptions()).toEqual([]);
    await pass(2 * MINUTE_MS);
    expect(app.cloud.subscriptions()).toHaveLength(1);
  });

  test("of a meeting that gets a new link go, and the new one has its own", async () => {
    const before = await meetAndSubscribe(app);
    await app.turn(message("new", { from: ada }));
    await pass(3 * HOUR_MS, 10 * MINUTE_MS);
    expect(app.cloud.subscriptions().map(({ joinWebUrl }) => joinWebUrl)).not.toContain(before);
  });

  test("of a cancelled meeting go", async () => {
    await meetAndSubscribe(app);
    const { sent } = await app.turn(message("cancel", { from: ada }));
    await app.turn(press(sent[0], "Cancel meeting", { from: ada }));
    await pass(3 * HOUR_MS, 10 * MINUTE_MS);
    expect(app.cloud.subscriptions()).toEqual([]);
  });

  test("are made by one of several servers", async () => {
    const { store, cloud, clock } = app;
    const options = { ...withCallEvents(), store, cloud, clock };
    const others = [await startApp(options), await startApp(options)];
    await app.turn(message("meet", { from: ada }));
    await Promise.all([app, ...others].map((one) => one.runDue()));
    expect(subscriptionCalls(app)).toEqual([["POST", 201]]);
    for (const other of others) await other.stop();
  });

  test("are made by another server if the one that began was killed", async () => {
    await app.turn(message("meet", { from: ada }));
    for await (const { kind, stored } of app.store.scan()) {
      if (kind !== "due" || stored.record.work !== "call-events") continue;
      const expiresAt = new Date(app.clock.now().getTime() + MINUTE_MS).toISOString();
      await app.store.due.replace(stored, {
        ...stored.record,
        lease: { holder: "killed", expiresAt },
      });
    }
    await app.runDue();
    expect(app.cloud.subscriptions()).toEqual([]);
    await pass(2 * MINUTE_MS);
    expect(subscriptionCalls(app)).toEqual([["POST", 201]]);
  });

  test("need no call and no write at a refresh, once they're made", async () => {
    const { sent } = await app.turn(message("meet", { from: ada }));
    await app.runDue();
    const replace = jest.spyOn(app.store.records, "replace");
    const insert = jest.spyOn(app.store.due, "insert");
    const { graphRequests } = await app.turn(press(sent[0], "Refresh", { from: ada }));
    expect([graphRequests, replace.mock.calls, insert.mock.calls]).toEqual([[], [], []]);
  });
});

describe("an attendance report", () => {
  const ROLES = [...CALL_EVENT_ROLES, "OnlineMeetingArtifact.Read.All"];
  const app = useApp(() => ({ settings: { appRoles: ROLES } }));

  async function tell(name: "meetingStart" | "meetingEnd", joinWebUrl: string): Promise<void> {
    const at = app.clock.now().toISOString();
    await app.turn({
      ...message("", { from: ada }),
      type: "event",
      name: `application/vnd.microsoft.${name}`,
      value: { JoinUrl: joinWebUrl, StartTime: at, EndTime: at },
    });
  }

  /** A call of 45 minutes with three people, of which Teams' events tell the times only. */
  async function call(): Promise<void> {
    const joinWebUrl = await meetAndSubscribe(app);
    await app.cloud.changeCall({ joinWebUrl, joined: [{ id: "a" }, { id: "b" }, { id: "c" }] });
    await app.clock.advance(20_000);
    await tell("meetingStart", joinWebUrl);
    await app.clock.advance(45 * MINUTE_MS);
    await app.cloud.changeCall({ joinWebUrl, end: true });
    await app.clock.advance(30_000);
    await tell("meetingEnd", joinWebUrl);
  }
  const reportCalls = () =>
    app.cloud.requests().filter(({ path }) => path.endsWith("/attendanceReports")).length;

  test("says how many people took part, and when the call started", async () => {
    await call();
    await app.runDue();
    expect(reportCalls()).toBe(0);
    await app.clock.advance(MINUTE_MS);
    await app.runDue();
    expect((await recordOf(app)).session).toMatchObject({
      startedAt: "2026-11-20T09:00:00.000Z",
      endedAt: "2026-11-20T09:45:50.000Z",
      peopleCount: 3,
    });
    await app.clock.advance(30 * MINUTE_MS);
    await app.runDue();
    expect(reportCalls()).toBe(1);
  });

  test("is asked for after 1, 5 and 15 minutes", async () => {
    app.cloud.settings.attendanceDelaySeconds = 3_600;
    await call();
    const asked: number[] = [];
    for (let minute = 1; minute <= 30; minute += 1) {
      const before = reportCalls();
      await app.clock.advance(MINUTE_MS);
      await app.runDue();
      if (reportCalls() > before) asked.push(minute);
    }
    expect(asked).toEqual([1, 5, 15]);
    expect((await recordOf(app)).session?.peopleCount).toBeUndefined();
  });

  test("of another call of the same channel isn't taken for this one's", async () => {
    await app.turn(message("meet #design", { from: ada }));
    const { joinWebUrl: other = "" } = app.cloud.meetings()[0] ?? {};
    await app.cloud.changeCall({ joinWebUrl: other, joined: [{ id: "z" }] });
    await app.clock.advance(20 * MINUTE_MS);
    await app.cloud.changeCall({ joinWebUrl: other, end: true });
    await call();
    await app.clock.advance(MINUTE_MS);
    await app.runDue();
    expect((await recordOf(app)).session?.peopleCount).toBe(3);
  });

  test("isn't asked for without the permission, and nothing is logged", async () => {
    app.cloud.settings.appRoles = ["OnlineMeetings.ReadWrite.All"];
    await call();
    await app.clock.advance(20 * MINUTE_MS);
    await app.runDue();
    expect(reportCalls()).toBe(0);
    expect(app.log.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });

  test("that Graph refuses changes nothing", async () => {
    app.cloud.addFault({ match: "attendanceReports", times: 3, status: 403 });
    await call();
    for (let minute = 1; minute <= 20; minute += 1) {
      await app.clock.advance(MINUTE_MS);
      await app.runDue();
    }
    expect((await recordOf(app)).session).toMatchObject({ endedAt: expect.any(String) });
    expect(app.log.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });
});
