import {
  createTurn,
  endPart,
  endTurn,
  getTurn,
  holdTurns,
  releaseTurns,
} from "../../src/async/current-turn";
import { ENDED } from "../../src/async/deadline";
import { toAppError, type ErrorCode, type ErrorDetails } from "../../src/errors";
import { messagesFor, type Messages } from "../locales/messages";
import type { ErrorReply } from "../reply";
import type { Viewer } from "../turn/viewer";
import type { DeliveryDeps } from "./delivery";

export type TurnRunner = ReturnType<typeof createTurnRunner>;

export function createTurnRunner({ sleep, log }: Pick<DeliveryDeps, "sleep" | "log">) {
  return {
    /**
     * Catches the errors of the turn's work, and notes how it ends: `pending` never rejects.
     *
     * @param toError Turns an error into a result.
     */
    run<Result extends object | undefined, T>(
      { locale }: Viewer,
      {
        work,
        toError,
      }: { work: () => Promise<Result> | Result; toError: (error: ErrorReply) => Result },
      respond: (pending: Promise<Result>) => Promise<T>,
    ): Promise<T> {
      const turn = getTurn() ?? createTurn("unknown");
      turn.openParts += 1;
      // It may go on after the answer.
      holdTurns();
      return respond(settle());

      async function settle(): Promise<Result> {
        try {
          const result = await work();
          const problem = findProblem(result);
          if (problem !== undefined) endTurn("declined", problem);
          return result;
        } catch (error) {
          const { code, details } = toAppError(error);
          endTurn(DECLINED.has(code) ? "declined" : "failed", code);
          if (code !== "too_fast") log.error({ code, ...details }, "a turn failed", error);
          return toError(explainError(error, turn.id, messagesFor(locale)));
        } finally {
          endPart(turn);
          releaseTurns();
        }
      }
    },

    /** `undefined` if the result takes longer than `ms`. The work goes on. */
    within<Result>(ms: number, pending: Promise<Result>): Promise<Result | undefined> {
      return new Promise((resolve, reject) => {
        let timer: AbortController | undefined;
        // A timer takes longer than most of the work it's for, which is done before the event loop's next turn.
        const armed = setImmediate(() => {
          timer = new AbortController();
          void sleep(ms, timer.signal).then(() => resolve(undefined));
        });
        const disarm = () => {
          clearImmediate(armed);
          timer?.abort(ENDED);
        };
        pending.then(
          (result) => {
            disarm();
            resolve(result);
          },
          (error: unknown) => {
            disarm();
            reject(error);
          },
        );
      });
    },
  };
}

/** Nothing is broken when these are thrown. */
const DECLINED: ReadonlySet<ErrorCode> = new Set([
  "bad_times",
  "sign_in_needed",
  "sign_in_refused",
  "consent_missing",
  "not_a_participant",
  "only_host",
  "meeting_gone",
  "too_fast",
]);

/** The code in a reply that tells people about a problem. */
function findProblem(result: object | undefined): string | undefined {
  if (!result) return undefined;
  if ("code" in result && typeof result.code === "string") return result.code;
  return "kind" in result && result.kind === "sign-in" ? "sign_in_needed" : undefined;
}

/** Errors that look the same to people and that only an admin can fix share one text. */
type Wording = keyof Messages["errors"];

const WORDINGS: Record<ErrorCode, Wording> = {
  bad_times: "badTimes",
  bad_request: "refused",
  graph_refused: "refused",
  token_refused: "appNotTrusted",
  token_unavailable: "appNotTrusted",
  entra_unavailable: "microsoftDown",
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
  too_fast: "tooFast",
  graph_unavailable: "graphUnavailable",
  graph_timeout: "graphSlow",
  graph_down: "microsoftDown",
  bad_answer: "badAnswer",
  roster_unavailable: "rosterUnavailable",
  record_unreadable: "recordUnreadable",
  store_unavailable: "storeUnavailable",
  unexpected: "unexpected",
};

/** The same command fails again until someone does something else first, such as an admin. */
const PERMANENT: ReadonlySet<ErrorCode> = new Set([
  "bad_times",
  "token_refused",
  "permission_missing",
  "policy_missing",
  "service_organizer_refused",
  "only_host",
  "host_refused",
  "organizer_unknown",
  "record_unreadable",
]);

/** Entra's own errors are almost always about the app's credentials. Without one, Entra couldn't be reached. */
function isPermanent(code: ErrorCode, { entraCode }: ErrorDetails): boolean {
  return PERMANENT.has(code) || (code === "token_unavailable" && entraCode !== undefined);
}

/**
 * Says what happened, what didn't change, and what to do next. Never includes the error's own text.
 *
 * @param reference The turn's id in the log, for support.
 */
function explainError(error: unknown, reference: string, messages: Messages): ErrorReply {
  const { code, details } = toAppError(error);
  const wait = toWait(details.retryAfterSeconds, messages.language);
  const sentence = messages.errors[WORDINGS[code]]({ wait });
  // It's clear what happened, so there's nothing to look up.
  const text = code === "too_fast" ? sentence : `${sentence}\n${messages.reference({ reference })}`;
  return { kind: "error", code, text, isTransient: !isPermanent(code, details) };
}

/** "5 seconds" or "2 minutes", in the language of the text. */
function toWait(seconds: number | undefined, language: string): string | undefined {
  if (seconds === undefined) return undefined;
  const isLong = seconds > 90;
  const amount = Math.ceil(isLong ? seconds / 60 : Math.max(1, seconds));
  const unit = isLong ? "minute" : "second";
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(
    amount,
  );
}
