import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import getRawBody from "raw-body";
import { listen, type RunningServer } from "../../src/listen";
import {
  startPlaygroundRelay,
  type PlaygroundRelay,
} from "../../src/local/playground/playground-relay";

const SUBMIT = "composeExtension/submitAction";
const activityPreview = { type: "message", attachments: [{ content: { sealed: "x" } }] };
const preview = { composeExtension: { type: "botMessagePreview", activityPreview } };
const done = { composeExtension: { type: "result", attachmentLayout: "list", attachments: [] } };

interface ReceivedRequest {
  headers: Record<string, unknown>;
  text: string;
}

let bot: RunningServer;
let relay: PlaygroundRelay;
let received: ReceivedRequest[];
let sleeps: number[];
/** The bot's next responses. */
let answers: { status?: number; body: string }[];

beforeEach(async () => {
  received = [];
  sleeps = [];
  answers = [];
  bot = await listen(
    (request, response) => {
      void getRawBody(request, { encoding: "utf8" }).then((text) => {
        received.push({ headers: request.headers, text });
        const { status = 200, body } = answers.shift() ?? { body: "{}" };
        response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
        response.end(body);
      });
    },
    { host: "127.0.0.1", port: 0 },
  );
  const channelNames = new Map([["19:general@thread.tacv2", "General"]]);
  relay = await startPlaygroundRelay(`${bot.url}/api/messages`, channelNames, async (ms) => {
    sleeps.push(ms);
  });
});
afterEach(async () => {
  await relay.stop(0);
  await bot.stop(0);
  expect(answers).toEqual([]);
});

function respondWith(...bodies: object[]): void {
  answers.push(...bodies.map((body) => ({ body: JSON.stringify(body) })));
}

function post(body: string): Promise<Response> {
  const headers = { "content-type": "application/json", authorization: "Bearer abc" };
  return fetch(relay.endpoint, { method: "POST", headers, body });
}

function invoke(name: string, value: object = {}): string {
  return JSON.stringify({ type: "invoke", name, value, from: { id: "29:ada" } });
}

it("relays activities and responses byte for byte", async () => {
  const body = '{ "type":"message",  "text":"Grüße" }';
  answers.push({ status: 202, body: ' { "odd" :1}' });
  const answer = await post(body);
  expect(answer.status).toBe(202);
  expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
  expect(await answer.text()).toBe(' { "odd" :1}');
  expect(received).toMatchObject([
    { text: body, headers: { "content-type": "application/json", authorization: "Bearer abc" } },
  ]);
});

it("adds the name of a channel that it knows", async () => {
  const inChannel = (channel: object) => ({ type: "message", text: "meet", channelData: channel });
  const general = { id: "19:general@thread.tacv2" };
  const sent = [
    inChannel({ tenant: { id: "t" }, channel: general }),
    inChannel({ channel: { ...general, name: "Own name" } }),
    inChannel({ channel: { id: "19:other@thread.tacv2" } }),
  ];
  for (const activity of sent) await post(JSON.stringify(activity));
  expect(received.map(({ text }) => JSON.parse(text))).toEqual([
    inChannel({ tenant: { id: "t" }, channel: { ...general, name: "General" } }),
    sent[1],
    sent[2],
  ]);
});

it("sends a preview, and confirms it in a dialog", async () => {
  respondWith(preview, done);
  const answer = await post(invoke(SUBMIT, { commandId: "meet", data: { topic: "Plan" } }));
  expect(await answer.json()).toEqual({
    task: { type: "message", value: expect.stringContaining("posted the card") },
  });
  expect(sleeps).toEqual([1_000]);
  expect(received.map(({ text }) => JSON.parse(text))).toMatchObject([
    { name: SUBMIT, value: { data: { topic: "Plan" } } },
    {
      type: "invoke",
      name: SUBMIT,
      from: { id: "29:ada" },
      value: {
        commandId: "meet",
        botMessagePreviewAction: "send",
        botActivityPreview: [activityPreview],
      },
    },
  ]);
});

it("relays the reason when a preview couldn't be sent", async () => {
  const refusal = { task: { type: "message", value: "Nothing was posted." } };
  respondWith(preview, refusal);
  expect(await (await post(invoke(SUBMIT))).json()).toEqual(refusal);

  respondWith(preview);
  answers.push({ status: 500, body: '{"error":"no"}' });
  const answer = await post(invoke(SUBMIT));
  expect([answer.status, await answer.text()]).toEqual([500, '{"error":"no"}']);
});

it.each([
  ["a dialog", SUBMIT, { task: { type: "continue", value: {} } }],
  ["a card to insert", SUBMIT, { composeExtension: { type: "result", attachments: [{}] } }],
  ["a preview without a submit", "composeExtension/query", preview],
])("sends no second activity after %s", async (_, name, body) => {
  respondWith(body);
  expect(await (await post(invoke(name))).json()).toEqual(body);
  expect(received).toHaveLength(1);
  expect(sleeps).toEqual([]);
});

const QUERY = "composeExtension/query";
const LINK = "composeExtension/queryLink";
const card = { contentType: "application/vnd.microsoft.card.adaptive", content: { body: [] } };

function results(...attachments: object[]): object {
  return { composeExtension: { type: "result", attachmentLayout: "list", attachments } };
}

it("adds missing ids of the search command and its parameter", async () => {
  const queryOptions = { skip: 0, count: 25 };
  const named = { commandId: "meetings", parameters: [{ name: "query", value: "spr" }] };
  respondWith(results(), results());
  await post(invoke(QUERY, { parameters: [{ value: "spr" }], queryOptions }));
  await post(invoke(QUERY, { commandId: "other", parameters: [{ name: "a", value: "b" }] }));
  expect(received.map(({ text }) => JSON.parse(text).value)).toEqual([
    { ...named, queryOptions },
    { commandId: "other", parameters: [{ name: "a", value: "b" }] },
  ]);
});

it("removes tap actions from results", async () => {
  const thumbnail = "application/vnd.microsoft.card.thumbnail";
  const content = { title: "Meet: planning", text: "Choose this" };
  const offered = { ...card, preview: { contentType: thumbnail, content } };
  const tapped = { ...content, tap: { type: "invoke", value: { offer: "x" } } };
  respondWith(
    results({ ...card, preview: { contentType: thumbnail, content: tapped } }, offered, card),
  );
  const answer = await post(invoke(QUERY, { commandId: "meetings" }));
  expect(await answer.json()).toEqual(results(offered, offered, card));
});

it("adds a card to an empty link result", async () => {
  respondWith(results(), results(card), results());
  expect(await (await post(invoke(LINK, { url: "https://x.example" }))).json()).toEqual(
    results({
      ...card,
      content: {
        type: "AdaptiveCard",
        version: "1.5",
        body: [expect.objectContaining({ text: expect.stringContaining("no card of this link") })],
      },
    }),
  );
  expect(await (await post(invoke(LINK, { url: "https://y.example" }))).json()).toEqual(
    results(card),
  );
  expect(await (await post(invoke(QUERY, {}))).json()).toEqual(results());
});

it("relays the bot's errors, and reports a stopped bot", async () => {
  answers.push({ status: 400, body: '{"error":"no activity"}' });
  const refused = await post("{");
  expect([refused.status, await refused.text()]).toEqual([400, '{"error":"no activity"}']);

  await bot.stop(0);
  const failed = await post("{}");
  expect(failed.status).toBe(502);
  expect(await failed.json()).toEqual({ error: expect.stringContaining("could not be passed on") });
});

it("aborts the bot's request when the Playground disconnects", async () => {
  const aborted = new Promise<void>((resolve) => {
    void bot.stop(0).then(async () => {
      bot = await listen(
        (request) => {
          request.socket.once("close", resolve);
          client.destroy();
        },
        { host: "127.0.0.1", port: Number(new URL(bot.url).port) },
      );
      client.write("POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n{}");
    });
  });
  const client = connect(Number(new URL(relay.url).port), "127.0.0.1");
  await aborted;
});

it("relays only activities, and only to the bot", async () => {
  const elsewhere = [`${relay.url}/`, `${relay.url}//127.0.0.1:9/api/messages`];
  for (const url of elsewhere) {
    expect((await fetch(url, { method: "POST", body: "{}" })).status).toBe(404);
  }
  expect((await fetch(relay.endpoint)).status).toBe(404);
  expect(received).toEqual([]);
});

it("is reachable only from this machine", async () => {
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  const outward = addresses.filter(({ internal, family }) => !internal && family === "IPv4");
  const port = Number(new URL(relay.url).port);
  expect(new URL(relay.url).hostname).toBe("127.0.0.1");
  for (const { address } of outward) {
    const refused = new Promise((resolve) => {
      connect(port, address)
        .once("error", resolve)
        .once("connect", () => resolve("connected"));
    });
    expect(await refused).toMatchObject({ code: "ECONNREFUSED" });
  }
});
