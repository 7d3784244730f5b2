import type { Messages } from "../../locales/messages";
import { toColumn, type CardElement, type TextLook } from "../elements/adaptive-card";
import { toColumnLine, toHeading } from "../elements/text-line";
import type { MeetingStatus } from "./meeting-card-data";

const LOOKS: Readonly<Record<MeetingStatus, TextLook>> = {
  "new-link": { color: "Accent" },
  cancelled: { color: "Attention" },
};

/** The meeting's name, with its status at the top right if there's anything to say. */
export function toHeader(
  name: string,
  status: MeetingStatus | undefined,
  { card }: Messages,
): CardElement {
  const heading = toHeading(name);
  if (!status) return heading;
  const look: TextLook = { ...LOOKS[status], size: "Small", weight: "Bolder" };
  return {
    type: "ColumnSet",
    columns: [
      toColumn("stretch", [heading]),
      toColumn("auto", [toColumnLine(card.status[status], look)]),
    ],
  };
}
