import type { Messages } from "../locales/messages";
import type {
  ActionSet,
  AdaptiveCard,
  CardAction,
  CardElement,
  ColumnSet,
  TextInput,
  TextLook,
} from "./elements/adaptive-card";
import { toButtonRow } from "./elements/card-button";
import { toCard } from "./elements/card-frame";
import { toPlainText } from "./elements/plain-text";
import { toColumnLine, toHeading, toTextLine } from "./elements/text-line";

/** A part of the set-up, in words. */
export interface CheckRow {
  status: "ok" | "fault" | "skipped";
  name: string;
  /** What was found. */
  message: string;
  /** The one thing to do. */
  fix?: string;
  /** What is to be pasted or clicked, as it is. */
  copy: readonly string[];
}

const MAX_MESSAGE = 300;
const MAX_FIX = 400;
/** Also of settings that are all missing, each with where it is found. */
const MAX_COPY = 1500;
const MARKS: Record<CheckRow["status"], string> = { ok: "✓", fault: "✕", skipped: "–" };
/** One for all marks, so that what stands beside them is in line. */
const MARK_WIDTH = "16px";

/** What is wrong, each with what to do about it; then all that is not. */
export function toCheckCard(rows: readonly CheckRow[], { check: words }: Messages): AdaptiveCard {
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
  { name, message, fix, copy }: CheckRow,
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
    ...(url ? [toActionRow({ type: "Action.OpenUrl", title, url, tooltip: text })] : []),
  ];
}

function toActionRow(action: CardAction): ActionSet {
  return { type: "ActionSet", spacing: "Small", actions: [action] };
}

function toRow({ status, name, message }: CheckRow, isFirst: boolean): ColumnSet {
  const look: TextLook = status === "ok" ? {} : { isSubtle: true };
  return {
    type: "ColumnSet",
    spacing: isFirst ? "Medium" : "Small",
    ...(isFirst && { separator: true }),
    columns: [
      { type: "Column", width: MARK_WIDTH, items: [toColumnLine(MARKS[status], look)] },
      {
        type: "Column",
        width: "stretch",
        items: [
          toColumnLine(name, { ...look, weight: "Bolder" }),
          toColumnLine(
            toPlainText(message, MAX_MESSAGE),
            { isSubtle: true, size: "Small" },
            "None",
          ),
        ],
      },
    ],
  };
}
