import { toAppError, type ErrorCode } from "../../src/errors";
import type { Messages } from "../locales/messages";

export interface Explanation {
  code: ErrorCode;
  text: string;
}

/** The same sentence for what no person can tell apart and nobody but an operator can mend. */
type Wording = keyof Messages["errors"];

const WORDINGS: Record<ErrorCode, Wording> = {
  bad_times: "badTimes",
  bad_request: "refused",
  graph_refused: "refused",
  token_refused: "appNotTrusted",
  token_unavailable: "appNotTrusted",
  sign_in_needed: "signInNeeded",
  sign_in_refused: "signInRefused",
  consent_missing: "consentMissing",
  permission_missing: "permissionMissing",
  policy_missing: "policyMissing",
  not_a_participant: "notParticipant",
  only_host: "onlyHost",
  organizer_unknown: "organizerUnknown",
  service_organizer_refused: "serviceOrganizerRefused",
  host_refused: "hostRefused",
  meeting_gone: "meetingGone",
  throttled: "throttled",
  graph_unavailable: "graphUnavailable",
  graph_timeout: "graphSlow",
  bad_answer: "badAnswer",
  roster_unavailable: "rosterUnavailable",
  record_unreadable: "recordUnreadable",
  store_unavailable: "storeUnavailable",
  unexpected: "unexpected",
};

/**
 * What a person is told of an error: what happened, what was not changed, what to do next. Nothing of the
 * error's own text gets in.
 *
 * @param reference Names the turn in the log, so that support can find it.
 */
export function explainError(error: unknown, reference: string, messages: Messages): Explanation {
  const { code, details } = toAppError(error);
  const wait = toWait(details.retryAfterSeconds, messages.language);
  const sentence = messages.errors[WORDINGS[code]]({ wait });
  return { code, text: `${sentence}\n${messages.reference({ reference })}` };
}

/** "5 seconds", "2 minutes", in the language of the sentence and its plural. */
function toWait(seconds: number | undefined, language: string): string | undefined {
  if (seconds === undefined) return undefined;
  const isLong = seconds > 90;
  const amount = Math.ceil(isLong ? seconds / 60 : Math.max(1, seconds));
  const unit = isLong ? "minute" : "second";
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(
    amount,
  );
}
