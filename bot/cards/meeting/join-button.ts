import type { Messages } from "../../locales/messages";
import type { ActionSet } from "../elements/adaptive-card";

/** Three times what Teams makes; two copies of a longer one would fill the card. */
const MAX_LINK = 1024;

/** A join link as Teams gave it; nothing when it is none that is safe to open. */
export function toOpenableLink(url: string): string | undefined {
  const isOpenable =
    url.length <= MAX_LINK && /^https:\/\/[\x21-\x7e]+$/iu.test(url) && URL.canParse(url);
  return isOpenable ? url : undefined;
}

/**
 * The way into the meeting, in a row of its own.
 *
 * @param url As {@link toOpenableLink} returned it.
 */
export function toJoinRow(url: string, { card }: Messages, style?: "positive"): ActionSet {
  const join = { type: "Action.OpenUrl", title: card.join, ...(style && { style }), url } as const;
  return { type: "ActionSet", spacing: "Medium", actions: [join] };
}
