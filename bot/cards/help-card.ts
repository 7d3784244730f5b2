import type { ConversationType } from "../../src/meetings/record/conversation";
import { messagesFor, type Messages } from "../locales/messages";
import type { Viewer } from "../turn/viewer";
import {
  toCard,
  type AdaptiveCard,
  type CardAction,
  type ColumnSet,
  type Container,
  type RichTextBlock,
} from "./elements/adaptive-card";
import { toActionRow, toButtonAction, toListItem, type CardButton } from "./elements/card-button";
import { formatTypedTime } from "./elements/format-time";
import { SUBTLE, toColumnLine, toHeading, toTextLine } from "./elements/text-line";

export interface HelpCardData {
  conversationType: ConversationType;
  /** Whether people sign in here. */
  hasSignIn: boolean;
  /** Whether people are reminded of meetings. */
  hasReminders: boolean;
  meetButton: CardButton;
}

type CommandName = keyof Messages["commands"];

const MORE_ID = "more-commands";
/** Commands with a button on the card, and the one that shows it. */
const SHOWN_ABOVE: readonly string[] = ["meet", "rooms", "help"] satisfies CommandName[];
const SIGN_IN: readonly string[] = ["signin", "signout"] satisfies CommandName[];

/** What people do most, each with its button. The other commands show on request. */
export function toHelpCard(data: HelpCardData, viewer: Viewer): AdaptiveCard {
  const { conversationType, meetButton } = data;
  const messages = messagesFor(viewer.locale);
  const { title, meet, schedule, rooms, type, more } = messages.help;
  const place = toPlace(conversationType);
  const example = type.typed({ time: formatTypedTime(viewer, messages) });
  const toggle: CardAction = {
    type: "Action.ToggleVisibility",
    title: more,
    targetElements: [MORE_ID],
  };
  return toCard(
    [
      toHeading(title),
      toTask(
        { title: meet.title, text: meet.text[place] },
        toButtonAction({ ...meetButton, title: messages.meet.now }),
      ),
      toTask(
        { title: messages.scheduleCard.title, text: schedule },
        toButtonAction(toScheduleButton(messages)),
      ),
      toTask(
        { title: rooms.title, text: rooms.text[place] },
        toButtonAction({ title: rooms.button, verb: "rooms" }),
      ),
      toTask({ title: type.title, text: toTyped(example, conversationType) }),
      toActionRow([toggle], "Default"),
      toMore(data, viewer, messages),
    ],
    [title, meet.text[place]],
  );
}

/** Opens a form for a meeting with a time. */
export function toScheduleButton({ meet }: Messages): CardButton {
  return { title: meet.schedule, verb: "schedule" };
}

/** A command as it's typed: in a channel or group chat, bots only see messages that mention them. */
export function toTyped(command: string, conversationType: ConversationType): string {
  return toPlace(conversationType) === "personal" ? command : `@Rendezvous ${command}`;
}

function toPlace(conversationType: ConversationType): "channel" | "chat" | "personal" {
  switch (conversationType) {
    case "channel":
      return "channel";
    case "group-chat":
    case "meeting-chat":
      return "chat";
    case "personal":
    case "person":
      return "personal";
  }
}

function toTask({ title, text }: { title: string; text: string }, action?: CardAction): ColumnSet {
  const texts = [toColumnLine(title, { weight: "Bolder" }), toColumnLine(text, SUBTLE, "None")];
  return toListItem(texts, action);
}

function toMore(data: HelpCardData, viewer: Viewer, messages: Messages): Container {
  const items = toLines(data, viewer, messages).flatMap(
    ({ typed, text }, index): RichTextBlock[] => [
      toTextLine(
        toTyped(typed, data.conversationType),
        { weight: "Bolder" },
        index === 0 ? "None" : "Small",
      ),
      toTextLine(text, SUBTLE, "None"),
    ],
  );
  return { type: "Container", id: MORE_ID, isVisible: false, items, spacing: "Medium" };
}

/** The other commands that work here, each with an example. */
function toLines(
  { conversationType, hasSignIn, hasReminders }: HelpCardData,
  viewer: Viewer,
  messages: Messages,
): { typed: string; text: string }[] {
  const { commands, help, reminders } = messages;
  const time = formatTypedTime(viewer, messages);
  const examples: Partial<Record<string, string>> = {
    ...help.examples,
    move: help.examples.move({ time }),
  };
  return [
    help.room,
    ...(conversationType === "channel" ? [help.here] : []),
    ...Object.entries(commands)
      .filter(([name]) => !SHOWN_ABOVE.includes(name) && (hasSignIn || !SIGN_IN.includes(name)))
      .map(([name, { title, description }]) => ({
        typed: examples[name] ?? title,
        text: description,
      })),
    ...(hasReminders ? [reminders.help] : []),
    help.attach,
    ...Object.values(messages.series.help),
  ];
}
