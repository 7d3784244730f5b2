import { calendar } from "./ja/calendar";
import { cards } from "./ja/cards";
import { check } from "./ja/check";
import { errors } from "./ja/errors";
import { live } from "./ja/live";
import { messageExtension } from "./ja/message-extension";
import { problems } from "./ja/problems";
import { recurrence } from "./ja/recurrence";
import { reminders } from "./ja/reminders";
import { series } from "./ja/series";
import { signIn } from "./ja/sign-in";
import { talk } from "./ja/talk";
import type { Translation } from "./messages";

export const ja: Translation = {
  language: "ja",
  ...cards,
  ...calendar,
  ...talk,
  ...problems,
  ...recurrence,
  ...reminders,
  ...series,
  ...errors,
  ...signIn,
  ...check,
  ...live,
  ...messageExtension,
};
