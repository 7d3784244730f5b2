import { ada, bo, chen, design, message, people, type TestPerson } from "../../support/activities";
import { cardOf, textOf } from "../../support/cards";
import { toRosterMember } from "../../support/connector";
import {
  createdBy,
  dialogOf,
  openMeet,
  pressBelow,
  pressInDialog,
  previewOf,
  resultsOf,
  submitMeet,
} from "../../support/extension";
import { changesIn, plan } from "../../support/meeting";
import { useApp } from "../../support/use-app";

const [elsewhere, guest] = people(2) as [TestPerson, TestPerson];

const app = useApp();

/** Who is invited by createOrGet: Entra object ids, and addresses. */
function invitedBy(requests: Parameters<typeof createdBy>[0]): unknown[] {
  const [body] = createdBy(requests) as { participants?: { attendees?: unknown[] } }[];
  const attendees = (body?.participants?.attendees ?? []) as {
    upn?: string;
    identity?: { user?: { id?: string } };
  }[];
  return attendees.map(({ upn, identity }) => identity?.user?.id ?? upn);
}

const invite = (entered: Record<string, string>, options = {}) =>
  submitMeet(app, { topic: "Sprint review", ...entered }, options);

describe("picked people", () => {
  it("who are in the conversation are invited, and named as Teams names them", async () => {
    const { answer, graphRequests } = await invite({ people: `${bo.aadId},${chen.aadId}` });
    expect(invitedBy(graphRequests)).toEqual([bo.aadId, chen.aadId]);
    expect(textOf(previewOf(answer))).toContain("Bo Nilsson");
  });

  it("are each invited once, whatever the client puts between the ids", async () => {
    const ids = `${bo.aadId}; ${bo.aadId.toUpperCase()},8:orgid:${chen.aadId},,29:nobody`;
    const { graphRequests } = await invite({ people: ids });
    expect(invitedBy(graphRequests)).toEqual([bo.aadId, chen.aadId]);
  });

  it("who are not in the conversation are invited all the same, without a made-up name", async () => {
    const { answer, graphRequests } = await invite({ people: `${elsewhere.aadId},${bo.aadId}` });
    expect(invitedBy(graphRequests)).toEqual([elsewhere.aadId, bo.aadId]);
    const { sent } = await app.turn(pressBelow(previewOf(answer), "send"));
    const told = cardOf(sent[0]).msteams?.entities?.map(({ mentioned }) => mentioned);
    expect(told).toEqual([{ id: bo.aadId, name: bo.name }]);
  });

  it("who are guests are left out, and the card says so", async () => {
    app.connector.roster.push({ ...toRosterMember(guest), userRole: "guest" });
    const { answer, graphRequests } = await invite({ people: `${guest.aadId},${bo.aadId}` });
    expect(invitedBy(graphRequests)).toEqual([bo.aadId]);
    expect(textOf(previewOf(answer))).toContain(guest.name);
  });

  it("are invited when Teams does not tell who they are", async () => {
    app.connector.fail("GET", 500);
    const { answer, graphRequests } = await invite({ people: bo.aadId });
    expect(invitedBy(graphRequests)).toEqual([bo.aadId]);
    expect(resultsOf(answer)).toHaveLength(1);
  });

  it("are invited in a chat that Teams does not name, and nobody is asked about them", async () => {
    const { answer, graphRequests } = await invite({ people: bo.aadId }, { in: "nowhere" });
    expect(invitedBy(graphRequests)).toEqual([bo.aadId]);
    expect(resultsOf(answer)).toHaveLength(1);
    expect(app.connector.rosterRequests).toEqual([]);
  });

  it("are looked up eight at a time at most, and no more of them once Teams is silent", async () => {
    app.connector.fail("GET", "silence");
    const many = people(40).map(({ aadId }) => aadId);
    const { graphRequests } = await app.clock.runUntil(invite({ people: many.join(",") }));
    expect(invitedBy(graphRequests)).toEqual(many);
    // Eight of them, and whether the bot is there.
    expect(app.connector.attempts.GET).toBe(9);
  });

  it("who are nobody's ids invite nobody", async () => {
    const { graphRequests } = await invite({ people: "me,all,*" });
    expect(invitedBy(graphRequests)).toEqual([]);
  });

  it("of an existing meeting are asked about, by name, and a name that Teams did not tell is no blank", async () => {
    await app.turn(message(plan));
    const asked = await submitMeet(app, { people: `${bo.aadId},${elsewhere.aadId}` });
    const question = dialogOf(asked.answer);
    expect(textOf(question)).toContain("Bo Nilsson");
    const updated = await app.turn(pressInDialog(question, "Update"));
    expect(JSON.stringify(changesIn(updated.graphRequests))).toContain(elsewhere.aadId);
    expect(JSON.stringify(changesIn(updated.graphRequests))).toContain(bo.aadId);
    previewOf(updated.answer);
  });

  it("whom nobody can name are no blank in the question", async () => {
    await app.turn(message(plan));
    const asked = await submitMeet(app, { people: elsewhere.aadId });
    const text = textOf(dialogOf(asked.answer));
    expect(text).toContain("somebody");
  });
});

describe("typed addresses", () => {
  it("are invited, with commas, blanks or line breaks between", async () => {
    const addresses = "Ana@Contoso.com, dan@fabrikam.com;eve@contoso.com\n<fay@contoso.com>";
    const { graphRequests } = await invite({ addresses });
    expect(invitedBy(graphRequests)).toEqual([
      "ana@contoso.com",
      "dan@fabrikam.com",
      "eve@contoso.com",
      "fay@contoso.com",
    ]);
  });

  it("of somebody who was picked too are one person", async () => {
    const { graphRequests } = await invite({ people: bo.aadId, addresses: "bo@contoso.com" });
    expect(invitedBy(graphRequests)).toEqual([bo.aadId]);
  });
});

describe("names that come back from the dialog", () => {
  it("are shown to nobody unless we sealed them", async () => {
    const dialog = dialogOf(await app.post(openMeet()));
    const names = JSON.stringify([[elsewhere.aadId, "The Queen"]]);
    for (const forged of [names, "AAAA", "", "null"]) {
      const entered = { people: elsewhere.aadId, offer: forged, names, topic: `T${forged.length}` };
      const { answer } = await app.turn(pressInDialog(dialog, "Meet", entered));
      expect(JSON.stringify(answer.body)).not.toContain("The Queen");
    }
  });

  it("are of this conversation", async () => {
    const menu = { messagePayload: toPayload(elsewhere) };
    const there = dialogOf(await app.post(openMeet({ in: design }, menu)));
    const { offer } = pressInDialog(there, "Meet").value.data as { offer: string };
    const here = dialogOf(await app.post(openMeet()));
    const entered = { people: elsewhere.aadId, offer, topic: "Sprint review" };
    const { answer } = await app.turn(pressInDialog(here, "Meet", entered));
    expect(JSON.stringify(previewOf(answer))).not.toContain(elsewhere.name);
  });

  it("make no meeting where nobody asked for one", async () => {
    const dialog = dialogOf(await app.post(openMeet()));
    const { answer, graphRequests } = await app.turn(
      pressInDialog(dialog, "Meet", { verb: "update", people: ada.aadId }),
    );
    expect(answer.status).toBe(200);
    expect(graphRequests).toEqual([]);
  });
});

function toPayload(author: TestPerson) {
  return {
    body: { contentType: "html", content: "<p>Budget</p>" },
    from: { user: { id: author.aadId, displayName: author.name } },
    mentions: [],
  };
}

it("whom Teams is slow to name are invited by their ids, in time", async () => {
  const dialog = dialogOf(await app.post(openMeet()));
  app.connector.fail("GET", "silence");
  const picked = people(3).map(({ aadId }) => aadId);
  const entered = { topic: "Sprint review", people: picked.join(",") };
  const startMs = app.clock.now().getTime();
  const { answer, graphRequests } = await app.clock.runUntil(
    app.turn(pressInDialog(dialog, "Meet", entered)),
  );
  expect(invitedBy(graphRequests)).toEqual(picked);
  expect(resultsOf(answer)).toHaveLength(1);
  expect(app.clock.now().getTime() - startMs).toBeLessThan(4_000);
});
