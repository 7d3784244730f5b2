import { ada, bo, chen, message, people, type TestPerson } from "../support/activities";
import type { MeetingStore } from "../../src/meetings/meeting-store";
import { buttonOf, cardOf, textOf } from "../support/cards";
import { startApp, type TestApp } from "../support/start-app";
import { useApp } from "../support/use-app";
import { asOrganizer } from "../support/as-organizer";

const app = useApp();

/** Graph knows no guest as a user who could host, and nobody of another tenant. */
const guest: TestPerson = { ...chen, name: "Guest of Chen" };

function meet(from: TestPerson) {
  return app.turn(message("meet", { from }));
}

/** The users in whose names Graph was asked for the meeting, in order. */
function hosts(requests: { path: string }[]): (string | undefined)[] {
  const asked = requests.filter(({ path }) => path.endsWith("/createOrGet"));
  return asked.map(({ path }) => path.split("/")[3]);
}

describe("who first asks", () => {
  it("hosts the conversation's meeting, whoever asks later", async () => {
    await meet(ada);
    const { sent, graphRequests } = await meet(bo);
    expect(hosts(graphRequests)).toEqual([ada.aadId]);
    expect(textOf(cardOf(sent[0]))).toContain("Hosted by Ada Lovelace");
  });

  it("stays the host when Graph failed, and the next person completes the same call", async () => {
    app.cloud.addFault({ match: "createOrGet", times: 3, status: 504, body: "" });
    const first = await app.turn(message("meet Sprint review", { from: ada }));
    expect(textOf(cardOf(first.sent[0]))).toContain("Teams could not be reached");

    const { graphRequests, sent } = await meet(bo);
    expect(hosts(graphRequests)).toEqual([ada.aadId]);
    expect(graphRequests[0]?.body).toMatchObject({ subject: "Sprint review" });
    expect(textOf(cardOf(sent[0]))).toContain("Hosted by Ada Lovelace");
  });

  it.each([
    ["has no licence", { unlicensedUsers: [ada.aadId] }, "will not let your account host"],
    ["is unknown to Graph", { unknownUsers: [ada.aadId] }, "will not let your account host"],
    [
      "is not under the policy",
      { policy: { exceptFor: [ada.aadId] } },
      "application access policy",
    ],
  ])(
    "gives the claim back when that person %s, so that the next one hosts",
    async (_, settings, sentence) => {
      Object.assign(app.cloud.settings, settings);
      const refused = await meet(ada);
      expect(textOf(cardOf(refused.sent[0]))).toContain(sentence);
      expect(app.cloud.meetings()).toEqual([]);

      const { graphRequests, sent } = await meet(bo);
      expect(hosts(graphRequests)).toEqual([bo.aadId]);
      expect(textOf(cardOf(sent[0]))).toContain("Hosted by Bo Nilsson");
      expect((await meet(ada)).graphRequests).toMatchObject([{ status: 200 }]);
      expect(app.cloud.meetings()).toHaveLength(1);
    },
  );

  it("may be one of many at once of whom only one can host", async () => {
    const everybody = people(12);
    const host = everybody[7];
    app.cloud.settings.policy = { grantedTo: [host?.aadId ?? ""] };
    await Promise.all(everybody.map((from) => app.post(message("meet", { from }))));

    expect(app.cloud.meetings()).toMatchObject([{ userId: host?.aadId }]);
    const joinable = app.connector.sent.filter((sent) =>
      textOf(cardOf(sent)).includes("Open any time"),
    );
    expect(joinable.length).toBeGreaterThan(0);
    await meet(everybody[0] ?? ada);
    expect(app.cloud.meetings()).toHaveLength(1);
  });

  it("cannot be a guest of another tenant; a member's meeting is the guest's too", async () => {
    app.cloud.settings.unknownUsers = [guest.aadId];
    const refused = await meet(guest);
    expect(textOf(cardOf(refused.sent[0]))).toContain("Ask a member of your organization");

    await meet(ada);
    const { graphRequests, sent } = await meet(guest);
    expect(hosts(graphRequests)).toEqual([ada.aadId]);
    expect(buttonOf(cardOf(sent[0]), "Join")).toBeDefined();
  });

  it("leaves everything as it is when Graph refuses the whole app", async () => {
    app.cloud.settings.appRoles = [];
    const refused = await meet(ada);
    expect(textOf(cardOf(refused.sent[0]))).toContain("OnlineMeetings.ReadWrite.All");

    app.cloud.settings.appRoles = ["OnlineMeetings.ReadWrite.All"];
    app.cloud.addFault({
      match: "createOrGet",
      status: 401,
      body: { error: { code: "InvalidAuthenticationToken", message: "" } },
    });
    const { graphRequests } = await meet(bo);
    expect(hosts(graphRequests)).toEqual([ada.aadId, ada.aadId]);
    expect(graphRequests.map(({ status }) => status)).toEqual([401, 201]);
  });
});

describe("a host who can no longer host", () => {
  it.each([
    ["lost the licence", { unlicensedUsers: [ada.aadId] }],
    ["lost the policy", { policy: { exceptFor: [ada.aadId] } }],
  ])(
    "and %s is replaced by who asks next; the card says that the link is new",
    async (_, settings) => {
      const before = await meet(ada);
      Object.assign(app.cloud.settings, settings);
      const { graphRequests, sent } = await meet(bo);

      expect(hosts(graphRequests)).toEqual([ada.aadId, bo.aadId]);
      const [old, fresh] = graphRequests.map(({ body }) => body as { externalId: string });
      expect(fresh?.externalId).not.toBe(old?.externalId);
      const card = cardOf(sent[0]);
      expect(textOf(card)).toContain("The link is new");
      expect(textOf(card)).toContain("Hosted by Bo Nilsson");
      expect(buttonOf(card, "Join")).not.toEqual(buttonOf(cardOf(before.sent[0]), "Join"));

      const later = await meet(chen);
      expect(hosts(later.graphRequests)).toEqual([bo.aadId]);
      expect(textOf(cardOf(later.sent[0]))).not.toContain("The link is new");
    },
  );

  it("is replaced when the meeting is gone too, without asking again and again", async () => {
    await meet(ada);
    const gone = { error: { code: "NotFound", message: "3004: gone" } };
    const refused = { error: { code: "UnknownError", message: "" } };
    app.cloud.addFault({ match: `/beta/users/${ada.aadId}/`, status: 404, body: gone });
    app.cloud.addFault({ match: ada.aadId, times: 1, status: 404, body: refused });
    const { graphRequests, sent } = await meet(bo);
    expect(hosts(graphRequests)).toEqual([ada.aadId, ada.aadId, bo.aadId]);
    expect(textOf(cardOf(sent[0]))).toContain("Hosted by Bo Nilsson");
  });

  it("stays when the one who asks cannot host either", async () => {
    await meet(ada);
    app.cloud.settings.unlicensedUsers = [ada.aadId, bo.aadId];
    const refused = await meet(bo);
    expect(textOf(cardOf(refused.sent[0]))).toContain("will not let your account host");

    app.cloud.settings.unlicensedUsers = [];
    const { graphRequests, sent } = await meet(bo);
    expect(hosts(graphRequests)).toEqual([ada.aadId]);
    expect(textOf(cardOf(sent[0]))).not.toContain("The link is new");
  });

  it("stays when only the host or a guest asks: nobody is there to take over", async () => {
    await meet(ada);
    app.cloud.settings.unlicensedUsers = [ada.aadId, guest.aadId];
    for (const from of [ada, guest]) await meet(from);
    expect(app.cloud.meetings()).toHaveLength(1);
    app.cloud.settings.unlicensedUsers = [];
    expect(hosts((await meet(guest)).graphRequests)).toEqual([ada.aadId]);
  });

  it("is replaced once, by one person, when many ask at once", async () => {
    await meet(ada);
    app.cloud.settings.unlicensedUsers = [ada.aadId];
    const asked = people(20);
    const all = Promise.all(asked.map((from) => app.post(message("meet", { from }))));
    await app.clock.runUntil(all);
    expect(app.cloud.meetings()).toHaveLength(2);
    const told = app.connector.sent.slice(1).map((sent) => textOf(cardOf(sent)));
    const [host] = /Person \d+ hosts it now/.exec(told.join("\n")) ?? [];
    for (const text of told.filter((one) => one.includes("The link is new"))) {
      expect(text).toContain(host);
    }
    const links = app.connector.sent.slice(1).map((sent) => buttonOf(cardOf(sent), "Join"));
    expect(new Set(links.map((link) => "url" in link && link.url)).size).toBe(1);
  });

  it("stays when Graph refuses the whole app, or does not answer", async () => {
    await meet(ada);
    app.cloud.addFault({
      match: "createOrGet",
      status: 403,
      body: { error: { code: "Authorization_RequestDenied", message: "" } },
    });
    await meet(bo);
    app.cloud.addFault({ match: "createOrGet", times: 3, drop: true });
    await meet(bo);
    const { graphRequests } = await meet(bo);
    expect(hosts(graphRequests)).toEqual([ada.aadId]);
    expect(app.cloud.meetings()).toHaveLength(1);
  });
});

describe("one account for all meetings", () => {
  const service = { aadId: "5e50acc0-0000-4000-8000-000000000000" };

  it("hosts whoever asks, guests included, and is never replaced", async () => {
    const serviceApp = await startApp({
      config: { organizerPolicy: { mode: "service", organizer: service } },
    });
    await serviceApp.turn(message("meet", { from: guest }));
    await serviceApp.turn(message("meet", { from: ada }));
    serviceApp.cloud.settings.unlicensedUsers = [service.aadId];
    const { sent } = await serviceApp.turn(message("meet", { from: bo }));
    expect(new Set(hosts(serviceApp.cloud.requests()))).toEqual(new Set([service.aadId]));
    expect(textOf(cardOf(sent[0]))).toContain("Nothing was changed");
    await serviceApp.stop();
  });
});

function using(organizer: { aadId: string }, store: MeetingStore): Promise<TestApp> {
  return startApp({ store, config: { organizerPolicy: { mode: "service", organizer } } });
}

describe("a service account that was set wrongly", () => {
  const wrong = { aadId: "bad00000-0000-4000-8000-000000000000" };
  const right = { aadId: "600d0000-0000-4000-8000-000000000000" };

  it("is told in the words of the setting, and holds no conversation once it is set right", async () => {
    const first = await using(wrong, app.store);
    first.cloud.settings.unknownUsers = [wrong.aadId];
    const refused = await first.turn(message("meet"));
    expect(textOf(cardOf(refused.sent[0]))).toContain("ORGANIZER");
    await first.stop();

    const second = await using(right, app.store);
    const { graphRequests } = await second.turn(message("meet"));
    expect(hosts(graphRequests)).toEqual([right.aadId]);
    await second.stop();
  });

  it("takes over from a host of former times who is gone", async () => {
    await meet(ada);
    const served = await using(right, app.store);
    served.cloud.settings.unknownUsers = [ada.aadId];
    const { graphRequests, sent } = await served.turn(message("meet", { from: bo }));
    expect(hosts(graphRequests)).toEqual([ada.aadId, right.aadId]);
    expect(textOf(cardOf(sent[0]))).toContain("another member hosts it now");
    await served.stop();
  });
});

describe("a meeting that Graph lost", () => {
  it.each(["404", "new"] as const)(
    "moves on to the next link in the same turn, with its name (after DELETE: %s)",
    async (afterDelete) => {
      app.cloud.settings.afterDelete = afterDelete;
      const before = await app.turn(message("meet Sprint review", { from: ada }));
      await asOrganizer(app, "DELETE");
      const { sent } = await meet(bo);

      const card = cardOf(sent[0]);
      expect(textOf(card)).toContain("The link is new");
      expect(textOf(card)).toContain("Sprint review");
      expect(textOf(card)).toContain("Hosted by Ada Lovelace");
      expect(buttonOf(card, "Join")).not.toEqual(buttonOf(cardOf(before.sent[0]), "Join"));
      const again = await meet(chen);
      expect(buttonOf(cardOf(again.sent[0]), "Join")).toEqual(buttonOf(card, "Join"));
    },
  );

  it("is simply there again where Graph brings it back", async () => {
    app.cloud.settings.afterDelete = "same";
    const before = await meet(ada);
    await asOrganizer(app, "DELETE");
    const { sent } = await meet(bo);
    expect(buttonOf(cardOf(sent[0]), "Join")).toEqual(buttonOf(cardOf(before.sent[0]), "Join"));
    expect(textOf(cardOf(sent[0]))).not.toContain("The link is new");
  });
});
