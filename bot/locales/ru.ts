import { calendar } from "./ru/calendar";
import { cards } from "./ru/cards";
import { check } from "./ru/check";
import { errors } from "./ru/errors";
import { live } from "./ru/live";
import { messageExtension } from "./ru/message-extension";
import { problems } from "./ru/problems";
import { recurrence } from "./ru/recurrence";
import { reminders } from "./ru/reminders";
import { series } from "./ru/series";
import { signIn } from "./ru/sign-in";
import { talk } from "./ru/talk";
import type { Translation } from "./messages";

/**
 * Uses Teams' Russian terms and «вы». We know neither the case nor the gender of a name, so names are in the
 * nominative and people are never the subject of a verb in the past tense.
 */
export const ru: Translation = {
  language: "ru",
  ...cards,
  ...calendar,
  ...talk,
  ...problems,
  ...recurrence,
  ...reminders,
  ...series,
  ...errors,
  ...live,
  ...messageExtension,
  ...signIn,
  ...check,
};
