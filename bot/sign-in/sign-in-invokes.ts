import type { Activity, InvokeResponse } from "botbuilder";
import { z } from "zod";
import { createExpiringCache } from "../../src/async/expiring-cache";
import { toAppError } from "../../src/errors";
import { createTextKeyedQueue } from "../../src/meetings/record/keyed-queue";
import type { User } from "../../src/meetings/ports/user-sign-in";
import type { TakenCommand } from "../../src/meetings/people/pending-commands";
import { PREPARING_AFTER_MS } from "../delivery/answer-in-time";
import type { Answerer } from "../delivery/answerer";
import type { BotServices } from "../bot-services";
import { messagesFor } from "../locales/messages";
import { readViewer } from "../turn/viewer";
import type { ErrorReply, Reply } from "../delivery/reply";
import { toErrorReply, type TurnRunner } from "../delivery/run-turn";
import { readTurn } from "../turn/turn";
import { toFailureText } from "./explain-failure";
import { readPendingActivity, type PendingActivity } from "./pending-activity";

/** A failure comes from each of the person's clients. */
const SAME_FAILURE_MS = 60_000;
const MAX_REMEMBERED = 10_000;
/** As Teams says that the person closed our page. */
const CANCELLED = "CancelledByUser";

const exchangeSchema = z.object({
  id: z.string().optional().catch(undefined),
  connectionName: z.string().optional().catch(undefined),
  token: z.string().min(1),
});
const stateSchema = z.object({ state: z.string().min(1) });
const failureSchema = z.object({ code: z.string().regex(/^[a-z]{1,40}$/i) });

export interface SignInInvokesDeps {
  services: BotServices;
  runner: TurnRunner;
  answerer: Pick<Answerer, "answerAgain" | "notify">;
}

/** Answers what Teams tells of sign-ins; `undefined` for every other invoke, and where nobody signs in. */
export type SignInInvokes = (
  activity: Partial<Activity>,
  /** Does what a message asked for. */
  answer: (activity: Partial<Activity>) => Promise<Reply> | Reply,
) => Promise<InvokeResponse | undefined>;

/**
 * Teams' side of a sign-in: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-code
 *
 * Once somebody has signed in, all that waited for it is done: once, although each of the person's clients tells of
 * the sign-in, perhaps to several processes. The invoke is answered meanwhile.
 */
export function createSignInInvokes({
  services,
  runner,
  answerer,
}: SignInInvokesDeps): SignInInvokes {
  const { log, now } = services;
  const waitUntil = (work: Promise<unknown>) => services.waitUntil(work);
  const runInOrder = createTextKeyedQueue();
  const told = createExpiringCache<true>({
    maxEntries: MAX_REMEMBERED,
    ttlMs: SAME_FAILURE_MS,
    now,
  });

  return async function answerSignIn(activity, answer) {
    const { userSignIn } = services;
    const { name, value } = activity;
    if (!userSignIn || !name?.startsWith("signin/")) return undefined;
    const read = readTurn(activity);
    if (!read.ok) return { status: 400, body: {} };
    const { tenantId, caller } = read.turn;
    const user = { tenantId, aadId: caller.aadId };
    switch (name) {
      case "signin/tokenExchange":
        return exchange(user);
      case "signin/verifyState":
        await takePageResult(user);
        return { status: 200, body: {} };
      case "signin/failure":
        tellFailure(user);
        return { status: 200, body: {} };
      default:
        return undefined;
    }

    /** With any failure Teams shows the button, which opens our page: also with that of a consent that is missing. */
    async function exchange(asker: User): Promise<InvokeResponse> {
      const token = exchangeSchema.safeParse(value).data;
      if (!token) return { status: 400, body: {} };
      const { id = "", connectionName = "" } = token;
      const fail = (failureDetail: string): InvokeResponse => ({
        status: 412,
        body: { id, connectionName, failureDetail },
      });
      const work = async (): Promise<InvokeResponse> => {
        try {
          await userSignIn?.takeToken(asker, token.token);
        } catch (error) {
          const { code, details } = toAppError(error);
          if (code !== "consent_missing" && code !== "sign_in_refused") throw error;
          log.warn({ code, ...details }, "a token of Teams was not taken");
          return fail(code);
        }
        waitUntil(resumeAndTell(asker));
        return { status: 200, body: { id, connectionName } };
      };
      const toFailure = ({ code }: { code: string }) => fail(code);
      return runner.run(activity, { work, toRefusal: toFailure }, async (pending) => {
        const early = await runner.within(PREPARING_AFTER_MS, pending);
        if (!early) waitUntil(pending);
        return early ?? fail("timeout");
      });
    }

    async function takePageResult(asker: User): Promise<void> {
      const { signIn } = messagesFor(readViewer(activity).locale);
      const work = async (): Promise<Reply | undefined> => {
        const state = stateSchema.safeParse(value).data?.state;
        if (!state || state === CANCELLED) return toRefusal("not_completed", signIn.notCompleted);
        await userSignIn?.takePageResult(asker, state);
        const count = await resume(asker);
        return count > 0 ? undefined : toRefusal("signed_in", signIn.signedInWithNothingToDo);
      };
      await runner.run(activity, { work, toRefusal: toErrorReply }, async (pending) => {
        const telling = tell(pending);
        waitUntil(telling);
        await runner.within(PREPARING_AFTER_MS, telling);
      });
    }

    /** Nobody sees it else: https://microsoft.github.io/teams-sdk/teams/user-authentication/troubleshooting-sso */
    function tellFailure({ aadId }: User): void {
      const failureCode = failureSchema.safeParse(value).data?.code.toLowerCase() ?? "unknown";
      log.warn({ failureCode }, "Teams could not sign somebody in");
      const key = JSON.stringify([tenantId, aadId, failureCode]);
      if (told.has(key)) return;
      told.set(key, true);
      const text = toFailureText(failureCode, messagesFor(readViewer(activity).locale));
      waitUntil(answerer.notify(activity, toRefusal(failureCode, text)));
    }

    async function tell(pending: Promise<Reply | undefined>): Promise<void> {
      const words = await pending;
      if (words) await answerer.notify(activity, words);
    }

    /** The invoke is answered by then. */
    function resumeAndTell(asker: User): Promise<void> {
      const work = async (): Promise<Reply | undefined> => {
        await resume(asker);
        return undefined;
      };
      return runner.run(activity, { work, toRefusal: toErrorReply }, tell);
    }

    /** How much waited. */
    async function resume(asker: User): Promise<number> {
      const taken = await services.pendingCommands.takeAll(asker);
      for (const one of taken) {
        const waiting = one.content && readPendingActivity(one.content);
        const place = waiting?.activity.conversation?.id ?? "";
        // In order where it was asked: of two names that somebody gave, the second one counts.
        const work = () => goOn(one, waiting);
        waitUntil(runInOrder(JSON.stringify([tenantId, asker.aadId, place]), work));
      }
      return taken.length;
    }

    async function goOn(
      { isExpired, problem }: TakenCommand,
      waiting: PendingActivity | undefined,
    ): Promise<void> {
      const { signIn } = messagesFor(readViewer(waiting?.activity ?? activity).locale);
      const tooLate = toRefusal("expired", signIn.tooLate);
      if (!waiting) return answerer.notify(activity, tooLate);
      await answerer.answerAgain(waiting, () => {
        if (problem) throw problem;
        return isExpired ? tooLate : answer(waiting.activity);
      });
    }
  };
}

function toRefusal(code: string, text: string): ErrorReply {
  return { kind: "refusal", code, text };
}
