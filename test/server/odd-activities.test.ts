import type { Activity } from "botbuilder";
import { execute, message } from "../support/activities";
import { startApp, type TestApp } from "../support/start-app";

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

function textOf(activity: Partial<Activity>): string {
  return JSON.stringify({ ...activity, serviceUrl: app.connector.url });
}

function send(body: string): Promise<Response> {
  return fetch(`${app.url}/api/messages`, { method: "POST", body });
}

describe("an activity whose fields are of odd types", () => {
  type Odd = Record<string, unknown>;
  const bases: Record<string, Odd> = {
    "a command": message("help"),
    "a button": execute("refresh", {}),
    "an installation": { ...message(""), type: "installationUpdate", action: "add" },
    "new members": { ...message(""), type: "conversationUpdate", membersAdded: [{ id: "28:bot" }] },
    "a compose invoke": { ...message(""), type: "invoke", name: "composeExtension/query" },
    "an edited message": { ...message("meet"), type: "messageUpdate" },
    "a deleted message": { ...message("meet"), type: "messageDelete" },
    "a reaction": { ...message(""), type: "messageReaction" },
    "an event": { ...message(""), type: "event", name: "application/vnd.microsoft.meetingStart" },
    "an unknown activity": { ...message(""), type: "tomorrowsActivity" },
  };
  const fields = (
    "action attachments channelData channelId conversation deliveryMode entities from id locale " +
    "localTimezone membersAdded membersRemoved name reactionsAdded reactionsRemoved recipient " +
    "relatesTo replyToId serviceUrl text textFormat timestamp type value"
  ).split(" ");
  const values: unknown[] = [null, 5, "", "x", [null], {}];

  test.each(Object.keys(bases))("is refused or answered, and breaks nothing: %s", async (name) => {
    const base = bases[name] ?? {};
    const broken: string[] = [];
    for (const field of fields) {
      for (const value of values) {
        const { status } = await app.post({ ...base, [field]: value });
        if (status !== 200 && status !== 400) broken.push(`${field}: ${JSON.stringify(value)}`);
      }
      const { [field]: _left, ...without } = base;
      const { status } = await app.post(without);
      if (status !== 200 && status !== 400) broken.push(`without ${field}`);
    }
    expect(broken).toEqual([]);
  });

  test("made-up object fields change nothing of the program", async () => {
    const body = `{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},`;
    const response = await send(body + textOf(message("help")).slice(1));
    expect(response.status).toBe(200);
    expect(Reflect.get({}, "isAdmin")).toBeUndefined();
  });

  test("deep nesting where anything is allowed breaks nothing", async () => {
    const text = textOf(message("help"));
    const nested = "[".repeat(20_000) + "]".repeat(20_000);
    const response = await send(`${text.slice(0, -1)},"value":${nested},"channelData":${nested}}`);
    expect([200, 400]).toContain(response.status);
  });
});
