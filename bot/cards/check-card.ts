import type { CheckResult } from "../../src/meetings/ports/check-report";
import type { Messages } from "../locales/messages";
import {
  MAX_CARD_BYTES,
  toBytes,
  toCard,
  toColumn,
  type AdaptiveCard,
  type CardAction,
  type CardElement,
  type ColumnSet,
  type Container,
  type TextLook,
} from "./elements/adaptive-card";
import { toActionRow, toButtonRow, toFittingRows } from "./elements/card-button";
import { toCopyField } from "./elements/copy-field";
import { SMALL_PRINT, SUBTLE, toHeading, toPlainText, toTextLine } from "./elements/text-line";

const MAX_TEXT = 400;
/** Longer values are left out, because a part of one would be wrong. */
const MAX_VALUE = 1500;
const MARKS: Record<CheckResult["status"], string> = { ok: "✓", fault: "✕", skipped: "–" };
const LOOKS: Record<CheckResult["status"], TextLook> = {
  ok: { color: "Good", weight: "Bolder" },
  fault: { color: "Attention", weight: "Bolder" },
  skipped: SUBTLE,
};
/** Aligns the texts that follow the marks. */
const MARK_WIDTH = "16px";
const OTHERS_ID = "others";

/** The faults, each with what to do about it, then everything else. The rows are in English in every language. */
export function toCheckCard(
  rows: readonly CheckResult[],
  messages: Messages,
  maxValue = MAX_VALUE,
): AdaptiveCard {
  const words = messages.check;
  const faults = rows.filter(({ status }) => status === "fault");
  const others = rows.filter(({ status }) => status !== "fault").map(toRow);
  const hasFaults = faults.length > 0;
  const verdict = hasFaults ? words.notInOrder({ count: faults.length }) : words.allInOrder;
  const showOthers: CardAction = {
    type: "Action.ToggleVisibility",
    title: words.others({ count: String(others.length) }),
    targetElements: [OTHERS_ID],
  };
  const isFolded = hasFaults && others.length > 0;
  const folded: Container = {
    type: "Container",
    id: OTHERS_ID,
    isVisible: false,
    spacing: "Small",
    items: others,
  };
  const card = toCard(
    [
      toHeading(words.title),
      toTextLine(verdict, LOOKS[hasFaults ? "fault" : "ok"], "None"),
      ...faults.flatMap((fault, index) => toFaultLines(fault, index, messages, maxValue)),
      ...(isFolded ? [toActionRow([showOthers]), folded] : others),
      toButtonRow([{ title: words.again, verb: "check" }], isFolded ? "Small" : "Medium"),
    ],
    [words.title, verdict],
  );
  return toBytes(card) > MAX_CARD_BYTES && maxValue > 1
    ? toCheckCard(rows, messages, Math.floor(maxValue / 2))
    : card;
}

function toFaultLines(
  fault: CheckResult,
  index: number,
  messages: Messages,
  maxValue: number,
): CardElement[] {
  const { name, fix = "", details = [], copy = [], url } = fault;
  return [
    { type: "Container", style: "attention", bleed: true, items: [toRow(fault)] },
    toTextLine(toPlainText(fix, MAX_TEXT), {}, "Small"),
    ...details.map((line) => toTextLine(toPlainText(line, MAX_TEXT), SMALL_PRINT, "Small")),
    ...copy
      .filter(({ value }) => value.length <= maxValue)
      .map((value, at) => toCopyField(`copy-${index}-${at}`, value)),
    ...(url === undefined ? [] : toPageLines(url, name, `page-${index}`, messages)),
  ];
}

/** Opens a page, or shows its link: admins often use another account than the one in Teams. */
function toPageLines(
  url: string,
  tooltip: string,
  id: string,
  { check: words, links }: Messages,
): CardElement[] {
  const link = toCopyField(`${id}-link`, { label: links.copyCard.label, value: url });
  const buttons: CardAction[] = [
    { type: "Action.OpenUrl", title: words.open, url, tooltip },
    { type: "Action.ToggleVisibility", title: links.copy, targetElements: [id] },
  ];
  return [
    ...toFittingRows(buttons).map((row) => toActionRow(row, "Small")),
    { ...link, id, isVisible: false },
  ];
}

function toRow({ status, name, message }: CheckResult): ColumnSet {
  const text = toTextLine(toPlainText(message, MAX_TEXT), status === "fault" ? {} : SUBTLE, "None");
  const title = toTextLine(status === "fault" ? name : `${name}: `, { weight: "Bolder" });
  const items =
    status === "fault"
      ? [title, text]
      : [{ ...title, inlines: [...title.inlines, ...text.inlines] }];
  return {
    type: "ColumnSet",
    spacing: "Small",
    columns: [
      toColumn(MARK_WIDTH, [toTextLine(MARKS[status], LOOKS[status])]),
      toColumn("stretch", items),
    ],
  };
}
