import { AppError } from "../../src/errors";
import type { Fault } from "../../src/local/local-cloud";
import { ada, message } from "../support/activities";
import { cardOf, textOf } from "../support/cards";
import { useApp } from "../support/use-app";

const app = useApp();

const forbidden = (code: string, text: string) => ({ error: { code, message: text } });
const good = { id: "MSo1", joinWebUrl: "https://teams.microsoft.com/l/meetup-join/x" };

/** What Graph answers, how often, and what the person is told. */
const outcomes: [string, Omit<Fault, "match">, string][] = [
  [
    "400",
    { status: 400, times: 2, body: forbidden("BadRequest", "1026: x") },
    "would not make a meeting for this conversation",
  ],
  ["401 twice", { status: 401, times: 2 }, "could not sign in to Microsoft 365"],
  [
    "403, policy",
    { status: 403, body: forbidden("Forbidden", "No application access policy found") },
    "application access policy",
  ],
  [
    "403, permission",
    { status: 403, body: forbidden("Authorization_RequestDenied", "") },
    "OnlineMeetings.ReadWrite.All",
  ],
  [
    "403, 3003",
    { status: 403, times: 2, body: forbidden("Forbidden", "3003: x") },
    "would not show this meeting",
  ],
  [
    "403 in other words",
    { status: 403, times: 2, body: forbidden("Other", "x") },
    "would not make a meeting for this conversation",
  ],
  [
    "404, user",
    { status: 404, body: forbidden("UnknownError", "") },
    "will not let your account host",
  ],
  [
    "404, 3004 whatever is asked",
    { status: 404, times: 5, body: forbidden("NotFound", "3004: x") },
    "no longer has this conversation’s meeting",
  ],
  ["429 for long", { status: 429, headers: { "retry-after": "600.5" } }, "Try again in 11 minutes"],
  [
    "429 without end",
    { status: 429, times: 3, headers: { "retry-after": "0.01" } },
    "Try again in 1 second",
  ],
  ["500", { status: 500, times: 3, body: "<html>no</html>" }, "could not be reached"],
  ["a cut connection", { drop: true, times: 3 }, "could not be reached"],
  ["HTML", { status: 200, body: "<!doctype html><p>Sorry" }, "without a usable meeting link"],
  ["nothing", { status: 200, body: "" }, "without a usable meeting link"],
  ["no joinWebUrl", { status: 200, body: { id: "MSo1" } }, "without a usable meeting link"],
  [
    "a joinWebUrl that is no https",
    { status: 200, body: { ...good, joinWebUrl: "http://x.example" } },
    "without a usable meeting link",
  ],
  [
    "another externalId",
    { status: 200, body: { ...good, externalId: "other" } },
    "without a usable meeting link",
  ],
];

describe("what Graph answers", () => {
  it.each(outcomes)("%s is one sentence with the turn's reference", async (_, fault, sentence) => {
    app.cloud.addFault({ match: "createOrGet", ...fault });
    const { answer, sent } = await app.turn(message("meet"));
    expect(answer.status).toBe(200);
    expect(sent).toHaveLength(1);
    const text = textOf(cardOf(sent[0]));
    expect(text).toContain(sentence);
    const [, reference] = /Reference for support: ([0-9a-f]{8})$/.exec(text) ?? [];
    expect(app.log).toContainEqual(
      expect.objectContaining({ turn: reference, level: 50, code: expect.any(String) }),
    );
    expect(text).not.toMatch(/AppError|html|innerError|Bearer|stack/i);
  });

  it.each(outcomes)("after %s the next person's meet makes one meeting", async (_, fault) => {
    app.cloud.addFault({ match: "createOrGet", ...fault });
    await app.turn(message("meet"));
    await app.turn(message("meet"));
    expect(app.cloud.meetings()).toHaveLength(1);
  });

  it("the log tells the operator which call it was, and no token", async () => {
    app.cloud.addFault({ match: "createOrGet", times: 3, status: 503 });
    await app.turn(message("meet"));
    expect(app.log).toContainEqual(
      expect.objectContaining({
        code: "graph_unavailable",
        status: 503,
        graphRequestId: expect.any(String),
        clientRequestId: expect.any(String),
      }),
    );
    expect(JSON.stringify(app.log)).not.toMatch(/eyJ|test-secret/);
  });
});

describe("what Entra and the store answer", () => {
  it("no token is said as what it is, and why is for the log", async () => {
    app.cloud.settings.clientSecrets = ["another"];
    const { sent } = await app.turn(message("meet"));
    expect(textOf(cardOf(sent[0]))).toContain("could not sign in to Microsoft 365");
    expect(app.log).toContainEqual(expect.objectContaining({ reason: "AADSTS7000215" }));
  });

  it("a store that fails is said, and nothing was half done", async () => {
    const get = jest.spyOn(app.store, "get");
    get.mockRejectedValueOnce(new AppError("store_unavailable"));
    const { sent, graphRequests } = await app.turn(message("meet", { from: ada }));
    expect(textOf(cardOf(sent[0]))).toContain("could not reach its own records");
    expect(graphRequests).toEqual([]);
  });

  it("a bug is said as one, without a word of it", async () => {
    jest.spyOn(app.store, "get").mockRejectedValueOnce(new TypeError("x is not a function"));
    const { sent } = await app.turn(message("meet"));
    const text = textOf(cardOf(sent[0]));
    expect(text).toContain("Something went wrong here");
    expect(text).not.toContain("function");
  });
});

it.each(["en_US", "x", "12", "", "sw-KE"])(
  "an error is told in words to a client of locale “%s”",
  async (locale) => {
    app.cloud.addFault({ match: "createOrGet", status: 429, headers: { "retry-after": "600" } });
    const { answer, sent } = await app.turn(message("meet", { locale }));
    expect(answer.status).toBe(200);
    expect(textOf(cardOf(sent[0]))).toContain("Try again in 10 minutes");
  },
);
