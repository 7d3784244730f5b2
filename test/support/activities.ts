import type { Activity } from "botbuilder";
import type { ComposeInvoke } from "../../bot/turn/turn";

export interface TestPerson {
  name: string;
  aadId: string;
  teamsId: string;
}

export const ada = person("Ada Lovelace", 1);
export const bo = person("Bo Nilsson", 2);
export const chen = person("Chen Wei", 3);

/** Different people, none of them above. */
export function people(count: number): TestPerson[] {
  return Array.from({ length: count }, (_, index) => person(`Person ${index}`, 1000 + index));
}

function person(name: string, number: number): TestPerson {
  const tail = number.toString(16).padStart(12, "0");
  return { name, aadId: `5d2b4c1e-0000-4000-8000-${tail}`, teamsId: `29:person-${number}` };
}

export const TENANT = "11111111-2222-4333-8444-555555555555";
export const BOT = { id: "28:bot", name: "Rendezvous" };

/** The recipient of a message that only its sender sees. botbuilder's types lack `isTargeted`. */
const TARGETED_BOT = { ...BOT, isTargeted: true };

export interface TestConversation {
  type: "channel" | "groupChat" | "personal";
  threadId: string;
  tenantId: string;
  channelName?: string;
}

export const general: TestConversation = {
  type: "channel",
  threadId: "19:0f1e2d3c4b5a69788796a5b4c3d2e1f0@thread.tacv2",
  tenantId: TENANT,
};
export const design: TestConversation = {
  type: "channel",
  threadId: "19:aa1e2d3c4b5a69788796a5b4c3d2e1ff@thread.tacv2",
  tenantId: TENANT,
};
export const groupChat: TestConversation = {
  type: "groupChat",
  threadId: "19:c0ffee00c0ffee00c0ffee00c0ffee00@thread.v2",
  tenantId: TENANT,
};
export const meetingChat: TestConversation = {
  type: "groupChat",
  threadId: "19:meeting_OTkxYjE3ZDctNzQ0Yi00@thread.v2",
  tenantId: TENANT,
};
export const personalChat: TestConversation = {
  type: "personal",
  threadId: "a:1pL6i0oY3C0K8oAj8",
  tenantId: TENANT,
};

/** A mentioned person. Teams sends its own id, and rarely the Entra object id too. */
export interface TestMention {
  name: string;
  teamsId: string;
  aadObjectId?: string;
}

export interface ActivityOptions {
  from?: TestPerson;
  in?: TestConversation;
  /** The post that a reply belongs to. */
  root?: string;
  id?: string;
  locale?: string;
  timeZone?: string;
  /** Turns `@Bo Nilsson` in the text into a mention. */
  mentions?: readonly TestMention[];
  /** The id of the message whose button is pressed. */
  pressed?: string;
}

let count = 0;

function activity(options: ActivityOptions): Partial<Activity> {
  const { from = ada, in: place = general, root, locale = "en-US" } = options;
  const { timeZone = "Europe/Paris" } = options;
  count += 1;
  return {
    id: options.id ?? `${1_759_881_511_000 + count}`,
    channelId: "msteams",
    timestamp: new Date("2026-11-20T09:00:00Z"),
    conversation: {
      id: root ? `${place.threadId};messageid=${root}` : place.threadId,
      conversationType: place.type,
      isGroup: place.type !== "personal",
      tenantId: place.tenantId,
      name: "",
    },
    from: { id: from.teamsId, name: from.name, aadObjectId: from.aadId },
    recipient: BOT,
    locale,
    localTimezone: timeZone,
    channelData: {
      tenant: { id: place.tenantId },
      ...(place.type === "channel" && {
        team: { id: general.threadId },
        channel: { id: place.threadId, ...(place.channelName && { name: place.channelName }) },
      }),
    },
    entities: [{ type: "clientInfo", locale, country: "FR", platform: "Web", timezone: timeZone }],
  };
}

/** A typed message. In channels and groups it starts with a mention of the bot, as Teams requires. */
export function message(text: string, options: ActivityOptions = {}): Partial<Activity> {
  const base = activity(options);
  const isMentioned = (options.in ?? general).type !== "personal";
  const mention = { type: "mention", mentioned: BOT, text: "<at>Rendezvous</at>" };
  const mentions = (options.mentions ?? []).map(({ name, teamsId, aadObjectId }) => ({
    type: "mention",
    mentioned: { id: teamsId, name, ...(aadObjectId && { aadObjectId }) },
    text: `<at>${name}</at>`,
  }));
  const marked = mentions.reduce(
    (typed, { mentioned, text: mark }) => typed.replace(`@${mentioned.name}`, () => mark),
    text,
  );
  return {
    ...base,
    type: "message",
    text: isMentioned ? `${mention.text} ${marked}`.trim() : marked,
    entities: [...(base.entities ?? []), ...(isMentioned ? [mention] : []), ...mentions],
  };
}

/**
 * A slash command. Only its sender sees it, and it doesn't mention the bot.
 * https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/agent-slash-commands
 */
export function slash(text: string, options: ActivityOptions = {}): Partial<Activity> {
  const { text: typed = "", entities = [], ...typedInPublic } = message(text, options);
  return {
    ...typedInPublic,
    text: typed.replace("<at>Rendezvous</at>", "").trimStart(),
    entities: entities.filter((entity) => entity["mentioned"] !== BOT),
    recipient: TARGETED_BOT,
  };
}

/** A pressed `Action.Execute`, or an automatic refresh of the card. */
export function execute(
  verb: string,
  data: unknown,
  { trigger = "manual", ...options }: ActivityOptions & { trigger?: "manual" | "automatic" } = {},
): Partial<Activity> {
  return {
    ...activity(options),
    type: "invoke",
    name: "adaptiveCard/action",
    replyToId: options.pressed ?? "sent-1",
    value: { action: { type: "Action.Execute", id: "refresh", verb, data }, trigger },
  };
}

/** A pressed `Action.Submit`. */
export function submit(value: object, options: ActivityOptions = {}): Partial<Activity> {
  const replyToId = options.pressed ?? "sent-1";
  return { ...activity(options), type: "message", replyToId, value };
}

/**
 * An invoke of the message extension. From `nowhere`, such as a chat between two people, it has no conversation:
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module
 */
export function extensionInvoke(
  invoke: ComposeInvoke,
  value: object,
  {
    in: place = general,
    ...options
  }: Omit<ActivityOptions, "in"> & { in?: TestConversation | "nowhere" } = {},
): Partial<Activity> {
  const base = activity({ ...options, ...(place !== "nowhere" && { in: place }) });
  const { conversation, channelData, ...fields } = base;
  const known =
    place === "nowhere"
      ? { channelData: { tenant: { id: TENANT }, source: { name: "compose" } } }
      : { conversation, channelData: { ...channelData, source: { name: "compose" } } };
  return { ...fields, ...known, type: "invoke", name: `composeExtension/${invoke}`, value };
}

/** Any other activity, such as `{ type: "installationUpdate", action: "add" }`. */
export function event(
  fields: Partial<Activity> & { action?: string },
  options: ActivityOptions = {},
): Partial<Activity> {
  return { ...activity(options), ...fields };
}
