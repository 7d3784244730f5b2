import {
  bo,
  design,
  event,
  execute,
  extensionInvoke,
  general,
  groupChat,
  message,
  personalChat,
  slash,
} from "../../test/support/activities";
import type { SentActivity } from "../../test/support/connector";
import { findButtons } from "../traffic/find-buttons";
import { LOCALES } from "../traffic/readers";

const TEXTS = [
  "meet",
  "meet Sprint review tomorrow 3pm for 45 min",
  "meet Design #design with @Bo Nilsson as presenter",
  "help",
  "rooms",
  "rename Retro",
  "move Monday 10am",
  "invite @Bo Nilsson",
  "uninvite @Bo Nilsson",
  "options",
  "new",
  "cancel",
  "check",
  "can we meet tomorrow at 3?",
  "demain à 15h pendant 45 min",
  "明天下午三点开会",
  "встреча завтра в 15:00",
  "明日15時から会議",
];
const EVENTS = [
  { type: "installationUpdate", action: "add" },
  { type: "conversationUpdate", membersAdded: [{ id: "28:bot" }] },
  { type: "messageUpdate", text: "meet" },
  { type: "messageReaction", reactionsAdded: [{ type: "like" }] },
  { type: "invoke", name: "signin/verifyState", value: { state: "123456" } },
  { type: "invoke", name: "signin/tokenExchange", value: { id: "x", token: "y" } },
];
const INVOKES = [
  ["fetchTask", { commandId: "meet", commandContext: "compose" }],
  ["query", { commandId: "search", parameters: [{ name: "query", value: "sprint" }] }],
  ["submitAction", { commandId: "meet", data: { topic: "Retro", day: "2026-12-01" } }],
  ["queryLink", { url: "https://rendezvous.contoso.com/m/x" }],
] as const;

/** Valid activities of every kind. */
export function createCorpus(): object[] {
  const places = [general, design, groupChat, personalChat];
  const typed = TEXTS.flatMap((text, index) => {
    const locale = LOCALES[index % LOCALES.length] ?? LOCALES[0];
    const mentions = text.includes("@Bo") ? [{ ...bo, aadObjectId: bo.aadId }] : [];
    return places.flatMap((place) => {
      const options = { locale, mentions, in: place };
      return [message(text, options), slash(text, options)];
    });
  });
  const invokes = INVOKES.flatMap(([name, value]) => [
    extensionInvoke(name, value),
    extensionInvoke(name, value, { in: "nowhere" }),
  ]);
  return [...typed, ...invokes, ...EVENTS.map((fields) => Object.assign(event({}), fields))];
}

/** Presses of all buttons on the cards that were sent, with their tokens. */
export function pressButtons(sent: readonly SentActivity[]): object[] {
  return sent.flatMap(({ id, activity }) =>
    findButtons(activity.attachments).map(({ verb, data }) => execute(verb, data, { pressed: id })),
  );
}
