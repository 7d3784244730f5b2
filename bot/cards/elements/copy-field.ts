import type { CopyValue } from "../../../src/meetings/ports/check-report";
import type { Container } from "./adaptive-card";

/** What a line of a field holds on a phone. */
const LETTERS_PER_LINE = 36;
const LINE_PX = 20;
/** The label and the padding of the field. */
const FRAME_PX = 40;

/**
 * A text field, tall enough for the whole value: cards can't access the clipboard, but every client can copy from a
 * field. Unlike a text, the value gets no invisible breaks, so the copy is exact.
 */
export function toCopyField(
  id: string,
  { label, value }: CopyValue,
  spacing: NonNullable<Container["spacing"]> = "Small",
): Container {
  const field = { type: "Input.Text", id, label, value } as const;
  const lines = value.split("\n").map(({ length }) => Math.ceil(length / LETTERS_PER_LINE) || 1);
  const count = lines.reduce((sum, line) => sum + line, 0);
  if (count === 1) return { type: "Container", spacing, items: [field] };
  return {
    type: "Container",
    spacing,
    minHeight: `${FRAME_PX + count * LINE_PX}px`,
    items: [{ ...field, isMultiline: true, height: "stretch" }],
  };
}
