import type { AppConfig } from "../../src/app";
import type { GraphRequest } from "../../src/local/local-cloud";
import { ada, bo, chen, execute, message } from "../support/activities";
import { asOrganizer } from "../support/as-organizer";
import { buttonOf, cardOf, textOf } from "../support/cards";
import { press } from "../support/press";
import { useApp } from "../support/use-app";

const service = { aadId: "5e50acc0-0000-4000-8000-000000000000" };
const oneAccount: Partial<AppConfig> = {
  organizerPolicy: { mode: "service", organizer: service },
};

const GRAPH_DELAY_MS = 7_000;

const app = useApp({ config: oneAccount, isGraphOnClock: true });

const boInvited = { identity: { user: { id: bo.aadId } }, upn: "bo@contoso.com" };
const chenInvited = { identity: { user: { id: chen.aadId } }, upn: "chen@contoso.com" };
const adaRuns = { identity: { user: { id: ada.aadId } }, role: "coorganizer" };

function methods(requests: readonly GraphRequest[]): string[] {
  return requests.map(({ method }) => method);
}

/** The bodies of the calls that changed a meeting. */
function patches(requests: readonly GraphRequest[]): unknown[] {
  return requests.flatMap(({ method, body }) => (method === "PATCH" ? [body] : []));
}

/** As Graph has them. */
function roles(): Record<string, string | null> {
  const attendees = app.cloud.meetings().at(-1)?.participants.attendees ?? [];
  return Object.fromEntries(attendees.map(({ identity, role }) => [identity?.user.id, role]));
}

describe("where one account hosts all meetings", () => {
  it("the first caller is made co-organizer by one PATCH, and nothing else is changed", async () => {
    const { graphRequests, sent } = await app.turn(message("meet Sprint review"));
    expect(methods(graphRequests)).toEqual(["POST", "GET", "PATCH"]);
    expect(graphRequests[0]?.body).not.toHaveProperty("participants");
    expect(patches(graphRequests)).toEqual([{ participants: { attendees: [adaRuns] } }]);
    expect(graphRequests[2]?.path).toContain(`/v1.0/users/${service.aadId}/onlineMeetings/`);
    expect(sent).toHaveLength(1);
  });

  it("so are those who are named as such; all others keep their roles", async () => {
    const { graphRequests } = await app.turn(
      message("meet with @Bo Nilsson as co-organizer, @Chen Wei as presenter, ana@contoso.com", {
        mentions: [bo, chen],
      }),
    );
    expect(graphRequests[0]?.body).toMatchObject({
      participants: {
        attendees: [boInvited, { ...chenInvited, role: "presenter" }, { upn: "ana@contoso.com" }],
      },
    });
    expect(graphRequests[0]?.body).not.toMatchObject({
      participants: { attendees: [{ role: "coorganizer" }, {}, {}] },
    });
    expect(patches(graphRequests)).toEqual([
      {
        participants: {
          attendees: [
            { ...boInvited, role: "coorganizer" },
            { ...chenInvited, role: "presenter" },
            { upn: "ana@contoso.com" },
            adaRuns,
          ],
        },
      },
    ]);
  });

  it("the answer does not wait for it, and nor does a refresh", async () => {
    app.cloud.addFault({ match: "onlineMeetings/MS", delayMs: GRAPH_DELAY_MS });
    const turn = app.turn(message("meet with @Bo Nilsson as co-organizer", { mentions: [bo] }));
    const shown = await app.connector.waitFor(({ method }) => method === "POST");
    const text = textOf(cardOf(shown));
    expect(text).toContain("Open any time");
    expect(text).not.toContain("There is a meeting already");
    await app.clock.untilSomebodySleeps(GRAPH_DELAY_MS);
    const { data } = buttonOf(cardOf(shown), "Refresh") as { data: unknown };
    expect(await app.post(execute("refresh", data, { from: bo }))).toMatchObject({ status: 200 });
    expect(methods(app.cloud.requests())).toEqual(["POST", "GET"]);

    await app.clock.advance(GRAPH_DELAY_MS);
    await app.clock.runUntil(turn);
    expect(patches(app.cloud.requests())).toHaveLength(1);
    expect(roles()).toEqual({ [ada.aadId]: "coorganizer", [bo.aadId]: "coorganizer" });
  });

  it("the role is given once, whoever asks or looks afterwards", async () => {
    const { sent } = await app.turn(message("meet"));
    const { data } = buttonOf(cardOf(sent[0]), "Refresh") as { data: unknown };
    const later = await app.turn(message("meet", { from: bo }));
    await app.clock.advance(60_000);
    const refreshed = await app.turn(execute("refresh", data, { from: chen }));
    expect(methods([...later.graphRequests, ...refreshed.graphRequests])).toEqual(["POST", "GET"]);
    expect(roles()).toEqual({ [ada.aadId]: "coorganizer" });
  });

  it("the role is given once when many ask at the same moment", async () => {
    const all = [ada, bo, chen].map((from) => app.turn(message("meet", { from })));
    await app.clock.runUntil(Promise.all(all));
    expect(patches(app.cloud.requests())).toHaveLength(1);
    expect(Object.values(roles())).toEqual(["coorganizer"]);
  });

  it("a role that somebody gave elsewhere, and who may present, stay as they are", async () => {
    await app.turn(message("meet"));
    await asOrganizer(app, "PATCH", {
      allowedPresenters: "roleIsPresenter",
      participants: { attendees: [adaRuns, { ...chenInvited, role: "producer" }] },
    });
    const asked = await app.turn(
      message("meet with @Bo Nilsson as co-organizer", { mentions: [bo] }),
    );
    const updated = await app.turn(press(asked.sent[0], "Update"));
    expect(patches(updated.graphRequests)).toEqual([
      {
        participants: {
          attendees: [
            adaRuns,
            { ...chenInvited, role: "producer" },
            { identity: boInvited.identity, upn: "bo@contoso.com", role: "coorganizer" },
          ],
        },
      },
    ]);
    expect(app.cloud.meetings()).toMatchObject([{ allowedPresenters: "roleIsPresenter" }]);
  });

  it("the next link has the same co-organizers", async () => {
    await app.turn(message("meet with @Bo Nilsson as co-organizer", { mentions: [bo] }));
    await asOrganizer(app, "DELETE");
    const { graphRequests } = await app.turn(message("meet", { from: chen }));
    expect(patches(graphRequests)).toHaveLength(1);
    expect(roles()).toEqual({ [ada.aadId]: "coorganizer", [bo.aadId]: "coorganizer" });
  });

  it("whoever invited themselves with another role is made co-organizer all the same", async () => {
    await app.turn(message("meet with @Ada Lovelace as presenter", { mentions: [ada] }));
    expect(roles()).toEqual({ [ada.aadId]: "coorganizer" });
  });

  it("the host is never one, although named as such", async () => {
    const host = { name: "Service", teamsId: service.aadId };
    const { graphRequests } = await app.turn(
      message("meet with @Service as co-organizer", { mentions: [host] }),
    );
    expect(patches(graphRequests)).toEqual([{ participants: { attendees: [adaRuns] } }]);
  });
});

describe("where Graph refuses the role", () => {
  beforeEach(() => {
    app.cloud.settings.coOrganizers = "refused";
  });

  it("the meeting stands, and its card says in its place what was not set", async () => {
    const { sent } = await app.turn(
      message("meet with @Bo Nilsson as co-organizer", { mentions: [bo] }),
    );
    expect(sent.map(({ method }) => method)).toEqual(["POST", "PUT"]);
    expect(sent[1]?.id).toBe(sent[0]?.id);
    const text = textOf(cardOf(sent[1]));
    expect(text).toMatch(/^Teams would not make co-organizers of: Ada Lovelace, Bo Nilsson\./);
    expect(text).toContain("Open any time");
    expect(text).toContain("Bo Nilsson");
    expect(cardOf(sent[1]).msteams).toBeUndefined();
    expect(buttonOf(cardOf(sent[1]), "Join")).toEqual(buttonOf(cardOf(sent[0]), "Join"));
    expect(roles()).toMatchObject({ [bo.aadId]: null });
  });

  it("nobody asks for the role again", async () => {
    await app.turn(message("meet"));
    const { graphRequests, sent } = await app.turn(message("meet", { from: bo }));
    expect(methods(graphRequests)).toEqual(["POST"]);
    expect(textOf(cardOf(sent[0]))).not.toContain("would not make");
  });

  it("what else the card had to say is still said", async () => {
    const stranger = { ...bo, teamsId: "29:left-long-ago" };
    const { sent } = await app.turn(message("meet with @Bo Nilsson", { mentions: [stranger] }));
    const text = textOf(cardOf(sent[1]));
    expect(text).toMatch(/Not invited, .*: Bo Nilsson\./);
    expect(text).toContain("would not make co-organizers of: Ada Lovelace");
  });
});

describe("where Graph fails", () => {
  it("the answer stands as it is, the operator is told, and the next meet tries again", async () => {
    app.cloud.addFault({ match: "onlineMeetings/MS", times: 3, status: 503 });
    const first = await app.turn(message("meet"));
    expect(first.sent).toHaveLength(1);
    expect(app.log).toContainEqual(
      expect.objectContaining({ code: "graph_unavailable", msg: "co-organizers could not be set" }),
    );
    const second = await app.turn(message("meet", { from: bo }));
    expect(methods(second.graphRequests)).toEqual(["POST", "GET", "PATCH"]);
    expect(second.sent).toHaveLength(1);
    expect(roles()).toEqual({ [ada.aadId]: "coorganizer" });
  });
});

describe("while a role is still to be given", () => {
  beforeEach(() => {
    app.cloud.addFault({ match: "onlineMeetings/MS", times: 3, status: 503 });
  });

  it("a refresh asks Graph for nothing, however often it comes", async () => {
    const { sent } = await app.turn(message("meet"));
    const { data } = buttonOf(cardOf(sent[0]), "Refresh") as { data: unknown };
    for (const from of [ada, bo, chen]) {
      const { graphRequests } = await app.turn(execute("refresh", data, { from }));
      expect(graphRequests).toEqual([]);
    }
  });

  it("a meeting that Graph has lost meanwhile is not made anew by who only looks at it", async () => {
    app.cloud.settings.afterDelete = "404";
    const { sent } = await app.turn(message("meet"));
    await asOrganizer(app, "DELETE");
    const { data } = buttonOf(cardOf(sent[0]), "Refresh") as { data: unknown };
    await app.clock.advance(60_000);
    await app.turn(execute("refresh", data));
    expect(app.cloud.meetings()).toEqual([]);
    await app.turn(message("meet"));
    expect(app.cloud.meetings()).toHaveLength(1);
    expect(roles()).toEqual({ [ada.aadId]: "coorganizer" });
  });
});

describe("where whoever asks first hosts the meeting", () => {
  beforeEach(async () => {
    await app.restart();
  });

  it("nobody is made co-organizer who was not named as such", async () => {
    const { graphRequests } = await app.turn(
      message("meet with @Bo Nilsson and @Chen Wei as presenter", { mentions: [bo, chen] }),
    );
    expect(methods(graphRequests)).toEqual(["POST"]);
  });

  it("those who were named are", async () => {
    const { graphRequests, sent } = await app.turn(
      message("meet with @Bo Nilsson and @Chen Wei as co-organizer", { mentions: [bo, chen] }),
    );
    expect(patches(graphRequests)).toEqual([
      { participants: { attendees: [boInvited, { ...chenInvited, role: "coorganizer" }] } },
    ]);
    expect(textOf(cardOf(sent[0]))).toContain("Open any time");
  });
});
