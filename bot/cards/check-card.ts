import type { CheckResult } from "../../src/meetings/ports/check-report";
import type { Messages } from "../locales/messages";
import {
  toCard,
  toColumn,
  type AdaptiveCard,
  type CardElement,
  type ColumnSet,
  type TextInput,
  type TextLook,
} from "./elements/adaptive-card";
import { toActionRow, toButtonRow } from "./elements/card-button";
import {
  SMALL_PRINT,
  toColumnLine,
  toHeading,
  toPlainText,
  toTextLine,
} from "./elements/text-line";

const MAX_MESSAGE = 300;
const MAX_FIX = 400;
/** Enough for a list of all settings and where to find each one. */
const MAX_COPY = 1500;
const MARKS: Record<CheckResult["status"], string> = { ok: "✓", fault: "✕", skipped: "–" };
/** Aligns the texts that follow the marks. */
const MARK_WIDTH = "16px";

/** The faults, each with what to do about it, then everything else. The rows are in English in every language. */
export function toCheckCard(
  rows: readonly CheckResult[],
  { check: words }: Messages,
): AdaptiveCard {
  const faults = rows.filter(({ status }) => status === "fault");
  const others = rows.filter(({ status }) => status !== "fault");
  const verdict = faults.length > 0 ? words.notInOrder({ count: faults.length }) : words.allInOrder;
  return toCard(
    [
      toHeading(words.title),
      toTextLine(verdict, { isSubtle: true }, "None"),
      ...faults.flatMap((fault, index) => toFaultLines(fault, index, words)),
      ...others.map((row, index) => toRow(row, index === 0)),
      toButtonRow([{ title: words.again, verb: "check" }]),
    ],
    [words.title, verdict],
  );
}

function toFaultLines(
  { name, message, fix, copy = [] }: CheckResult,
  index: number,
  words: Messages["check"],
): CardElement[] {
  const text = toPlainText(message, MAX_MESSAGE);
  const url = copy.find((line) => line.startsWith("https://"));
  const value = copy.join("\n").slice(0, MAX_COPY);
  const field: TextInput = {
    type: "Input.Text",
    id: `copy-${index}`,
    label: words.copy,
    value,
    isMultiline: true,
    spacing: "Small",
  };
  const title = words.open;
  return [
    {
      type: "Container",
      style: "attention",
      bleed: true,
      items: [toTextLine(name, { weight: "Bolder" }), toTextLine(text, {}, "None")],
    },
    ...(fix ? [toTextLine(toPlainText(fix, MAX_FIX), {}, "Small")] : []),
    ...(value ? [field] : []),
    ...(url ? [toActionRow([{ type: "Action.OpenUrl", title, url, tooltip: text }], "Small")] : []),
  ];
}

function toRow({ status, name, message }: CheckResult, isFirst: boolean): ColumnSet {
  const look: TextLook = status === "ok" ? {} : { isSubtle: true };
  return {
    type: "ColumnSet",
    spacing: isFirst ? "Medium" : "Small",
    ...(isFirst && { separator: true }),
    columns: [
      toColumn(MARK_WIDTH, [toColumnLine(MARKS[status], look)]),
      toColumn("stretch", [
        toColumnLine(name, { ...look, weight: "Bolder" }),
        toColumnLine(toPlainText(message, MAX_MESSAGE), SMALL_PRINT, "None"),
      ]),
    ],
  };
}
