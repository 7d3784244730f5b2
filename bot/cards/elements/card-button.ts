import type { Messages } from "../../locales/messages";
import {
  toColumn,
  type ActionLook,
  type ActionSet,
  type AdaptiveCard,
  type ButtonData,
  type CardAction,
  type CardElement,
  type Column,
  type ColumnSet,
  type ExecuteAction,
  type RichTextBlock,
} from "./adaptive-card";

/** A button that sends `verb` and `data` to the bot. */
export interface CardButton extends ActionLook {
  verb: string;
  data?: ButtonData;
}

/** The inner width of a card on a narrow phone. */
export const PHONE_PX = 288;

/** Three times the length of Teams' links; two copies of a longer one would fill the card. */
const MAX_LINK = 1024;

export function toExecuteAction({ verb, data = {}, ...look }: CardButton): ExecuteAction {
  return { type: "Action.Execute", ...look, verb, data };
}

/**
 * Clients without `Action.Execute` send the fallback as a message without text; its `value` therefore
 * carries the verb too. `feedback.hide` keeps Teams from writing "Your response was sent to the app" under the
 * card. Older clients honor `fallback` only in an `ActionSet` (Teams, "Work with Universal Actions",
 * backward compatibility).
 */
export function toButtonAction(button: CardButton): ExecuteAction {
  const { verb, data, ...look } = button;
  return {
    ...toExecuteAction(button),
    fallback: {
      type: "Action.Submit",
      ...look,
      data: { ...data, verb, msteams: { feedback: { hide: true } } },
    },
  };
}

/** Buttons in order of importance; three short ones fit on a phone. */
export function toButtonRow(
  buttons: readonly CardButton[],
  spacing: ActionSet["spacing"] = "Medium",
): ActionSet {
  return toActionRow(buttons.map(toButtonAction), spacing);
}

export function toActionRow(
  actions: CardAction[],
  spacing: ActionSet["spacing"] = "Medium",
): ActionSet {
  return { type: "ActionSet", spacing, actions };
}

/** An item of a list, with its button at the end of the line. */
export function toListItem(texts: RichTextBlock[], action?: CardAction): ColumnSet {
  return {
    type: "ColumnSet",
    spacing: "Default",
    separator: true,
    columns: [
      toColumn("stretch", texts, "Center"),
      ...(action ? [toColumn("auto", [toActionRow([action])], "Center")] : []),
    ],
  };
}

export function toOpenAction(title: string, url: string): CardAction {
  return { type: "Action.OpenUrl", title, url };
}

/** The Join button; `url` comes from {@link toOpenableLink}. */
export function toJoinAction(url: string, { card }: Messages, style?: "positive"): CardAction {
  return { type: "Action.OpenUrl", title: card.join, style, url };
}

/** The Join button in its own row. */
export function toJoinRow(url: string, messages: Messages): ActionSet {
  return toActionRow([toJoinAction(url, messages)]);
}

/** How many of the buttons fit into a row on a phone; at least one. */
export function countFitting(
  buttons: readonly Pick<ActionLook, "title">[],
  widthPx = PHONE_PX,
): number {
  let leftPx = widthPx;
  const index = buttons.findIndex(({ title }) => {
    leftPx -= toButtonPx(title);
    return leftPx < 0;
  });
  return index < 0 ? buttons.length : Math.max(index, 1);
}

/** Rows that fit on a phone: Teams cuts off a longer one. */
export function toFittingRows<Button extends Pick<ActionLook, "title">>(
  buttons: readonly Button[],
): Button[][] {
  if (buttons.length === 0) return [];
  const count = countFitting(buttons);
  return [buttons.slice(0, count), ...toFittingRows(buttons.slice(count))];
}

/** A button's padding and gap, and its letters; those of Japanese and Chinese are twice as wide. */
function toButtonPx(title: string): number {
  const widths = Array.from(title, (letter) => (letter > "\u2E7F" ? 15 : 7.3));
  return widths.reduce((sum, width) => sum + width, 32);
}

/** A join link from Teams; `undefined` if it isn't safe to open. */
export function toOpenableLink(url: string): string | undefined {
  const isOpenable =
    url.length <= MAX_LINK && /^https:\/\/[\x21-\x7e]+$/iu.test(url) && URL.canParse(url);
  return isOpenable ? url : undefined;
}

/** Replaces the buttons of each row, on the card and in its columns. Rows that become empty are dropped. */
export function mapActions(
  card: AdaptiveCard,
  toActions: (actions: CardAction[]) => CardAction[],
): AdaptiveCard {
  const mapRow = (row: ActionSet): ActionSet[] => {
    const actions = toActions(row.actions);
    return actions.length > 0 ? [{ ...row, actions }] : [];
  };
  const mapColumn = (column: Column): Column => {
    const items = column.items.flatMap<Column["items"][number]>((item) =>
      item.type === "ActionSet" ? mapRow(item) : item,
    );
    return { ...column, items };
  };
  const body = card.body.flatMap((element): CardElement[] => {
    if (element.type === "ActionSet") return mapRow(element);
    if (element.type !== "ColumnSet") return [element];
    return [{ ...element, columns: element.columns.map(mapColumn) }];
  });
  return { ...card, body };
}
