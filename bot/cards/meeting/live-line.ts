import type { RichTextBlock, TextLook } from "../elements/adaptive-card";
import type { LiveText } from "../elements/format-live";
import { SUBTLE, toTextLine } from "../elements/text-line";

const IN_PROGRESS: TextLook = { color: "Good", weight: "Bolder" };
const SEPARATOR = " · ";

/** "● In progress · started 2:02 PM · 4 people", with what matters most in green, or the end of the call. */
export function toLiveLine(
  text: LiveText | undefined,
  spacing: RichTextBlock["spacing"] = "Small",
): RichTextBlock[] {
  if (!text) return [];
  const { isInProgress, lead, facts } = text;
  if (!isInProgress) return [toTextLine([lead, ...facts].join(SEPARATOR), SUBTLE, spacing)];
  const badge = toTextLine(`● ${lead}`, IN_PROGRESS, spacing);
  const rest = toTextLine(["", ...facts].join(SEPARATOR));
  return [{ ...badge, inlines: [...badge.inlines, ...rest.inlines] }];
}
