import { createSecretKey } from "node:crypto";
import { createOfferSealer } from "../../src/meetings/sealed-offer";
import { ada, bo, chen, design, execute, general, message } from "../support/activities";
import { buttonOf, buttonsOf, cardOf } from "../support/cards";
import type { SentActivity } from "../support/connector";
import { changesIn } from "../support/meeting";
import { press } from "../support/press";
import { useApp } from "../support/use-app";

const app = useApp();

/** Whether Ada's meeting shall have the name “Retro”. */
async function ask(): Promise<SentActivity> {
  await app.turn(message("meet Sprint review", { from: ada }));
  const { sent } = await app.turn(message("meet Retro", { from: bo }));
  return sent[0]!;
}

describe("who may press Update", () => {
  it.each([
    ["a guest", { userRole: "guest" }],
    ["a person of another tenant", { tenantId: "22222222-2222-4333-8444-555555555555" }],
  ])("is not %s, who is told whom to ask", async (_, fields) => {
    const question = await ask();
    const member = app.connector.roster.find(({ aadObjectId }) => aadObjectId === chen.aadId);
    Object.assign(member!, fields);
    const { answer, sent, graphRequests } = await app.turn(
      press(question, "Update", { from: chen }),
    );
    expect(graphRequests).toEqual([]);
    expect(sent).toEqual([]);
    expect(answer.body).toMatchObject({
      statusCode: 400,
      value: { code: "not_allowed", message: expect.stringContaining("Ask Ada Lovelace") },
    });
  });

  it("is nobody while Teams does not say who somebody is", async () => {
    const question = await ask();
    app.connector.fail("GET", 500, 3);
    const { answer, graphRequests } = await app.turn(press(question, "Update", { from: chen }));
    expect(graphRequests).toEqual([]);
    expect(answer.body).toMatchObject({ value: { code: "roster_unavailable" } });
  });
});

describe("an offer that was tampered with", () => {
  it("does nothing in another conversation", async () => {
    const question = await ask();
    const { answer, graphRequests } = await app.turn(
      press(question, "Update", { from: bo, in: design }),
    );
    expect(graphRequests).toEqual([]);
    expect(answer.body).toMatchObject({ statusCode: 400, value: { code: "bad_reference" } });
  });

  it("does nothing when it was edited, forged, or made for something else", async () => {
    const question = await ask();
    const { data } = buttonOf(cardOf(question), "Update") as unknown as { data: { offer: string } };
    const keep = buttonOf(cardOf(question), "Keep") as unknown as { data: { ref: string } };
    const key = { tenantId: general.tenantId, threadId: general.threadId, room: "" };
    const forged = createOfferSealer([createSecretKey(Buffer.alloc(32, 9))]).seal({
      does: "update",
      reference: { key, generation: 1 },
      request: { topic: "Forged", wasTopicCut: false, people: [], room: "", isHere: false },
    });
    const middle = data.offer.length / 2;
    const edited =
      data.offer.slice(0, middle) +
      (data.offer[middle] === "A" ? "B" : "A") +
      data.offer.slice(middle + 1);
    const offers = [edited, forged, keep.data.ref, "", 7, undefined];
    for (const verb of ["update", "confirm"]) {
      for (const offer of offers) {
        const { answer } = await app.turn(execute(verb, { offer, topic: "Forged" }));
        expect(answer.body).toMatchObject({ statusCode: 400, value: { code: "bad_reference" } });
      }
    }
    const { answer } = await app.turn(execute("confirm", data));
    expect(answer.body).toMatchObject({ statusCode: 400 });
    expect(changesIn(app.cloud.requests())).toEqual([]);
  });

  it.each([
    ["a new link", "new Forged"],
    ["a meeting that was read from other words", "forged words"],
  ])("does nothing when it is that of %s", async (_, text) => {
    await app.turn(message("meet Sprint review", { from: ada }));
    const { sent } = await app.turn(message(text, { from: ada }));
    const offered = buttonsOf(cardOf(sent[0])).find(
      (button) => "data" in button && "offer" in button.data,
    );
    const data = offered && "data" in offered ? offered.data : undefined;
    expect(data).toBeDefined();
    const { answer, graphRequests } = await app.turn(execute("update", data, { from: ada }));
    expect(answer.body).toMatchObject({ statusCode: 400, value: { code: "bad_reference" } });
    expect(graphRequests).toEqual([]);
  });
});
