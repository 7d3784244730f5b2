import type { Activity } from "botbuilder";
import type { RefusalReason } from "../../src/server/refusal";
import {
  event,
  execute,
  extensionInvoke,
  message,
  submit,
  TENANT,
  type TestPlace,
  general,
  personalChat,
} from "../support/activities";
import { askForMeeting, startGuardedApp, type GuardedApp } from "../support/guarded-app";

const FOREIGN = "22222222-2222-4333-8444-555555555555";

let guarded: GuardedApp;
beforeAll(async () => {
  guarded = await startGuardedApp();
});
afterAll(() => guarded.stop());

describe("only Teams comes in:", () => {
  test.each([
    "emulator",
    "directline",
    "webchat",
    "AseChannel",
    "MSTEAMS",
    " msteams",
    "msteams ",
    "",
  ])("nobody by the channel “%s”", async (channelId) => {
    await guarded.expectRefused("wrong_channel", { ...askForMeeting(), channelId });
  });

  test("nobody by no channel", async () => {
    const { channelId: _channelId, ...activity } = askForMeeting();
    await guarded.expectRefused("wrong_channel", activity);
    await guarded.expectRefused("wrong_channel", { ...activity, channelId: null as never });
  });

  test.each([[["msteams"]], [{ id: "msteams" }], [5], [true]])(
    "what names its channel by %j is no activity",
    async (channelId) => {
      const answer = await guarded.call({ ...askForMeeting(), channelId: channelId as never });
      expect(answer.status).toBe(400);
    },
  );

  test("the log says by which other channel somebody came", async () => {
    const activity = { ...message("meet"), channelId: "web chat".repeat(50) };
    const line = await guarded.expectRefused("wrong_channel", activity);
    expect(line["channel"]).toMatch(/^web\?chat[\w?]{92}$/);
  });
});

/** Answered in the response, without a look at anything. */
function press(): Partial<Activity> {
  return execute("refresh", {});
}

/** The tenants that an activity names: the conversation's own, and that of Teams' channel data. */
type Named = [conversation: unknown, channelData: unknown];

function naming(activity: Partial<Activity>, [conversation, tenant]: Named): Partial<Activity> {
  return {
    ...activity,
    conversation: { ...activity.conversation!, tenantId: conversation as string },
    channelData: { ...activity.channelData, tenant },
  };
}

describe("the host tenant of the conversation decides:", () => {
  test.each<[string, Named]>([
    ["the bot's own by both", [TENANT, { id: TENANT }]],
    ["the bot's own in capitals", [TENANT.toUpperCase(), { id: TENANT.toUpperCase() }]],
    ["the bot's own, by the conversation alone", [TENANT, undefined]],
    ["the bot's own, by channel data alone", [undefined, { id: TENANT }]],
    ["the bot's own, by channel data beside null", [null, { id: TENANT }]],
    ["the bot's own, by channel data beside nothing", ["", { id: TENANT }]],
    ["the bot's own, where a person of another tenant speaks", [TENANT, { id: FOREIGN }]],
    ["the bot's own, beside channel data that is none", [TENANT, [{ id: FOREIGN }]]],
  ])("who speaks in %s comes in", async (_, named) => {
    guarded.expectIn(await guarded.call(naming(press(), named)));
  });

  test.each<[RefusalReason, string, Named]>([
    ["foreign_tenant", "another by both", [FOREIGN, { id: FOREIGN }]],
    ["foreign_tenant", "another by the conversation alone", [FOREIGN, undefined]],
    ["foreign_tenant", "another by channel data alone", [undefined, { id: FOREIGN }]],
    ["foreign_tenant", "another, where a person of ours speaks", [FOREIGN, { id: TENANT }]],
    ["no_tenant", "none", [undefined, undefined]],
    ["no_tenant", "none by empty texts", ["", { id: "" }]],
    ["no_tenant", "a list", [[TENANT], { id: TENANT }]],
    ["no_tenant", "a list in channel data", [undefined, { id: [TENANT] }]],
    ["no_tenant", "an object", [{ id: TENANT }, { id: TENANT }]],
    ["no_tenant", "a number", [0, { id: TENANT }]],
    ["no_tenant", "false", [false, { id: TENANT }]],
    ["no_tenant", "one with white space", [` ${TENANT} `, { id: TENANT }]],
    ["no_tenant", "white space", ["  ", { id: TENANT }]],
    ["no_tenant", "two in a row", [`${TENANT},${FOREIGN}`, { id: TENANT }]],
    ["no_tenant", "a domain", ["contoso.onmicrosoft.com", { id: TENANT }]],
    ["no_tenant", "a text in channel data", [undefined, TENANT]],
    ["no_tenant", "one with a zero byte", [`${TENANT}\u0000`, { id: TENANT }]],
  ])("%s: nobody comes in from a conversation of %s", async (reason, _, named) => {
    await guarded.expectRefused(reason, naming(message("meet"), named));
  });

  test("the log names the tenant, and nothing of a person", async () => {
    const activity = naming(message("meet Salary talk"), [FOREIGN.toUpperCase(), undefined]);
    const line = await guarded.expectRefused("foreign_tenant", activity);
    expect(line).toMatchObject({ tenantId: FOREIGN });
    expect(JSON.stringify(line)).not.toMatch(/Salary|Ada|5d2b4c1e/);
  });

  test("fields that pretend to be other fields name no tenant", async () => {
    const { conversation, channelData: _data, ...fields } = message("meet");
    const { tenantId: _tenantId, ...place } = conversation!;
    const forged = `{"conversation":${JSON.stringify(place).slice(0, -1)},"__proto__":{"tenantId":"${TENANT}"}},`;
    const channelData = `"channelData":{"__proto__":{"tenant":{"id":"${TENANT}"}}},"tenantId":"${TENANT}",`;
    const activity = JSON.parse(
      forged + channelData + JSON.stringify(fields).slice(1),
    ) as Partial<Activity>;
    expect(Object.keys(activity.conversation ?? {})).toContain("__proto__");
    await guarded.expectRefused("no_tenant", activity);
    expect(Reflect.get({}, "tenantId")).toBeUndefined();
  });

  const elsewhere = { in: { ...general, tenantId: FOREIGN } };
  const inChat = { in: { ...personalChat, tenantId: FOREIGN } satisfies TestPlace };
  const members = [{ id: "28:bot", name: "Rendezvous" }];
  test.each<[string, Partial<Activity>]>([
    ["a command", message("meet", elsewhere)],
    ["a word to the bot alone", message("help", inChat)],
    ["an edited command", { ...message("meet", elsewhere), type: "messageUpdate" }],
    ["a button", execute("meet", {}, elsewhere)],
    ["an old client's button", submit({ verb: "meet" }, elsewhere)],
    ["a search", extensionInvoke("query", { commandId: "meetings" }, elsewhere)],
    ["a dialog", extensionInvoke("fetchTask", { commandId: "meet" }, elsewhere)],
    ["a link", extensionInvoke("queryLink", { url: "https://rendezvous.example.com/" }, elsewhere)],
    ["a sign-in", { ...execute("", {}, elsewhere), name: "signin/tokenExchange", value: {} }],
    ["an unknown invoke", { ...execute("", {}, elsewhere), name: "task/fetch" }],
    ["an installation", event({ type: "installationUpdate", action: "add" }, elsewhere)],
    ["a removal", event({ type: "installationUpdate", action: "remove" }, elsewhere)],
    ["new members", event({ type: "conversationUpdate", membersAdded: members }, elsewhere)],
    [
      "members that left",
      event({ type: "conversationUpdate", membersRemoved: members }, elsewhere),
    ],
    ["a reaction", event({ type: "messageReaction" }, elsewhere)],
    [
      "an event",
      event({ type: "event", name: "application/vnd.microsoft.meetingStart" }, elsewhere),
    ],
    ["tomorrow's activity", event({ type: "tomorrow" }, elsewhere)],
  ])("nothing of another tenant's comes in, not even %s", async (_, activity) => {
    await guarded.expectRefused("foreign_tenant", activity);
  });
});
