import { createLog } from "../../src/log";
import { Writable } from "node:stream";
import { openDoor } from "../../src/server/door";
import { createTeamRoster, ROSTER_TIMEOUT_MS } from "../../src/server/team-roster";
import { TurnAdapter } from "../../src/server/turn-adapter";
import { bo, general, TENANT } from "../support/activities";
import { createTestClock, type TestClock } from "../support/clock";
import {
  startConnector,
  TEAM_GROUP_ID,
  toRosterMember,
  type TestConnector,
} from "../support/connector";
import type { TeamRoster } from "../../src/meetings/team-roster";

let connector: TestConnector;
let clock: TestClock;
let roster: TeamRoster;
let logged: string;
let timers: AbortSignal[];
const getConnectorToken = async () => "no token is asked for";
beforeEach(async () => {
  connector = await startConnector();
  clock = createTestClock();
  logged = "";
  timers = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged += chunk.toString();
      done();
    },
  });
  const log = createLog("debug", destination);
  const adapter = new TurnAdapter({ kind: "off" }, { door: openDoor, getConnectorToken, log });
  roster = createTeamRoster({
    resume: (reference, logic) => adapter.resume(reference, logic),
    sleep(ms, signal) {
      if (signal) timers.push(signal);
      return clock.sleep(ms, signal);
    },
    log,
  });
});
afterEach(() => connector.stop());

const place = () => ({ serviceUrl: connector.url, conversationId: general.threadId });

const known = { aadId: bo.aadId, name: bo.name, upn: "bo@contoso.com", tenantId: TENANT };

describe("a member", () => {
  test.each([
    ["Teams' id", bo.teamsId],
    ["the Entra object id", bo.aadId],
  ])("is found by %s", async (_, id) => {
    expect(await roster.findMember(place(), id)).toEqual({ ...known, isGuest: false });
  });

  test.each<[string, object, object]>([
    ["a guest", { userRole: "Guest" }, { ...known, isGuest: true }],
    [
      "a guest by the address",
      { userRole: undefined, userPrincipalName: "bo_x.com#ext#@contoso.onmicrosoft.com" },
      { ...known, upn: "bo_x.com#ext#@contoso.onmicrosoft.com", isGuest: true },
    ],
    [
      "somebody by older names of the same",
      {
        aadObjectId: undefined,
        objectId: bo.aadId.toUpperCase(),
        userPrincipalName: "",
        email: "b@x.com",
      },
      { ...known, upn: "b@x.com", isGuest: false },
    ],
    [
      "somebody of whom nothing is told",
      { aadObjectId: null, name: 7, userPrincipalName: null, tenantId: "", userRole: null },
      { isGuest: false },
    ],
  ])("may be %s", async (_, told, member) => {
    connector.roster.splice(0, Infinity, { ...toRosterMember(bo), ...told });
    expect(await roster.findMember(place(), bo.teamsId)).toEqual(member);
  });

  test.each([400, 404])("is nobody where Teams answers %i", async (status) => {
    connector.fail("GET", status);
    expect(await roster.findMember(place(), bo.teamsId)).toBeUndefined();
    expect(logged).toBe("");
  });
});

test("a team's group is the one that Teams tells", async () => {
  expect(await roster.findTeamGroupId(place())).toBe(TEAM_GROUP_ID);
});

describe("Teams", () => {
  test.each([401, 403, 429, 500, 503])("is asked once where it answers %i", async (status) => {
    connector.fail("GET", status);
    await expect(roster.findMember(place(), bo.teamsId)).rejects.toMatchObject({
      code: "roster_unavailable",
      details: { status },
    });
    expect(connector.attempts.GET).toBe(1);
    expect(JSON.parse(logged)).toMatchObject({ level: 40, status });
  });

  test("is given up when it says nothing, and its late word harms nobody", async () => {
    connector.fail("GET", "silence");
    const failed = roster.findMember(place(), bo.teamsId).catch((error: unknown) => error);
    await clock.untilSomebodySleeps(ROSTER_TIMEOUT_MS);
    await clock.advance(ROSTER_TIMEOUT_MS);
    expect(await failed).toMatchObject({ code: "roster_unavailable" });
    await connector.stop();
    await new Promise(setImmediate);
    expect(JSON.parse(logged)).toMatchObject({ level: 40 });
  });

  test("is waited for no longer when it has answered", async () => {
    await roster.findMember(place(), bo.teamsId);
    expect(timers.map(({ aborted }) => aborted)).toEqual([true]);
  });
});
