import { createExpiringCache } from "../../src/async/expiring-cache";
import { toAppError } from "../../src/errors";
import type { TakenCommand } from "../../src/meetings/people/pending-commands";
import type { UserSignIn } from "../../src/meetings/ports/user-sign-in";
import { createKeyedQueue } from "../../src/async/keyed-queue";
import type { BotServices } from "../bot-services";
import { PREPARING_AFTER_MS, type Answerer } from "../delivery/answerer";
import type { ObserveTurn } from "../delivery/observe-turn";
import type { ErrorReply, Reply } from "../reply";
import type { TurnRunner } from "../delivery/run-turn";
import { messagesFor, type Messages } from "../locales/messages";
import { toTryAgainButton } from "../requests/try-again";
import { toUser, type Button, type Message, type SignIn, type Turn } from "../turn/turn";
import { readPendingTurn, type PendingTurn } from "./pending-turn";

/** Each of the person's clients reports a failure. */
const SAME_FAILURE_MS = 60_000;
const MAX_REMEMBERED = 10_000;

/** https://microsoft.github.io/teams-sdk/teams/user-authentication/troubleshooting-sso */
const FAILURES: Readonly<Record<string, keyof Messages["signIn"]["failures"]>> = {
  installappfailed: "notInstalled",
  installedappnotfound: "notInstalled",
  resourcematchfailed: "notAccepted",
  oauthcardnotvalid: "notAccepted",
};

interface InvokeAnswer {
  status: number;
  body: object;
  /** Why it failed, for the log. */
  code?: string;
}

export interface SignInDeps {
  services: BotServices;
  runner: TurnRunner;
  answerer: Answerer;
  observeTurn: ObserveTurn;
  /** Carries out what a message asked for. */
  answer: (activity: Message | Button) => Promise<Reply> | Reply;
}

/**
 * Answers Teams' sign-in invokes:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-code
 *
 * After a sign-in, everything that waited for it resumes, once, even though each of the person's clients reports the
 * sign-in, perhaps to several processes. The invoke is answered before that.
 */
export function createSignInInvokes({
  services,
  runner,
  answerer,
  observeTurn,
  answer,
}: SignInDeps) {
  const { waitUntil, log, now } = services;
  const runInOrder = createKeyedQueue();
  const reported = createExpiringCache<true>({
    maxEntries: MAX_REMEMBERED,
    ttlMs: SAME_FAILURE_MS,
    now,
  });

  return async function answerSignIn(
    { parsed, event }: SignIn,
    userSignIn: UserSignIn,
  ): Promise<InvokeAnswer> {
    if (!parsed.ok) return { status: 400, body: {} };
    const { turn } = parsed;
    switch (event.name) {
      case "unreadable":
        return { status: 400, body: {} };
      case "exchange":
        return exchange(turn, event, userSignIn);
      case "page-result":
        await takePageResult(turn, event.pageResult, userSignIn);
        return { status: 200, body: {} };
      case "failure":
        reportFailure(turn, event.code);
        return { status: 200, body: {} };
    }
  };

  /** After any failure, including missing consent, Teams shows the button that opens our page. */
  function exchange(
    turn: Turn,
    { id, connectionName, token }: Extract<SignIn["event"], { name: "exchange" }>,
    userSignIn: UserSignIn,
  ): Promise<InvokeAnswer> {
    const fail = (failureDetail: string): InvokeAnswer => ({
      status: 412,
      code: failureDetail,
      body: { id, connectionName, failureDetail },
    });
    const work = async (): Promise<InvokeAnswer> => {
      try {
        await userSignIn.takeToken(toUser(turn), token);
      } catch (error) {
        const { code, details } = toAppError(error);
        if (code !== "consent_missing" && code !== "sign_in_refused") throw error;
        log.warn({ code, ...details }, "a token from Teams was not accepted");
        return fail(code);
      }
      waitUntil(
        notify(turn, async () => {
          await resume(turn);
          return undefined;
        }),
      );
      return { status: 200, body: { id, connectionName } };
    };
    const toFailure = ({ code }: { code: string }) => fail(code);
    return runner.run(turn.viewer, { work, toError: toFailure }, async (pending) => {
      const early = await runner.within(PREPARING_AFTER_MS, pending);
      if (!early) waitUntil(pending);
      return early ?? fail("timeout");
    });
  }

  async function takePageResult(
    turn: Turn,
    pageResult: string | undefined,
    userSignIn: UserSignIn,
  ): Promise<void> {
    const { signIn } = messagesFor(turn.viewer.locale);
    const work = async (): Promise<Reply | undefined> => {
      if (!pageResult) return toError("not_completed", signIn.notCompleted);
      await userSignIn.takePageResult(toUser(turn), pageResult);
      const count = await resume(turn);
      return count > 0 ? undefined : toError("signed_in", signIn.signedInWithNothingToDo);
    };
    const notifying = notify(turn, work);
    waitUntil(notifying);
    await runner.within(PREPARING_AFTER_MS, notifying);
  }

  /** Teams doesn't show anything by itself: https://microsoft.github.io/teams-sdk/teams/user-authentication/troubleshooting-sso */
  function reportFailure(turn: Turn, failureCode: string): void {
    log.warn({ failureCode }, "Teams could not sign someone in");
    const key = JSON.stringify([turn.tenantId, turn.caller.aadId, failureCode]);
    if (reported.has(key)) return;
    reported.set(key, true);
    const { failures } = messagesFor(turn.viewer.locale).signIn;
    const text = failures[FAILURES[failureCode] ?? "other"];
    waitUntil(answerer.notify(turn, toError(failureCode, text)));
  }

  /** Runs the command, and tells the person its result or error. */
  function notify(turn: Turn, work: () => Promise<Reply | undefined>): Promise<void> {
    return runner.run(turn.viewer, { work, toError: (error) => error }, async (pending) => {
      const reply = await pending;
      if (reply) await answerer.notify(turn, reply);
    });
  }

  /** Returns how many commands were waiting. */
  async function resume(turn: Turn): Promise<number> {
    const taken = await services.people.pendingCommands.takeAll(toUser(turn));
    for (const command of taken) {
      const pending = command.content && readPendingTurn(command.content);
      const conversationId = pending?.activity.address.conversationId ?? "";
      // In order per conversation: if someone renamed the meeting twice, the second name wins.
      const key = JSON.stringify([turn.tenantId, turn.caller.aadId, conversationId]);
      waitUntil(runInOrder(key, () => resumeOne(turn, command, pending)));
    }
    return taken.length;
  }

  async function resumeOne(
    turn: Turn,
    { isExpired, problem }: TakenCommand,
    pending: PendingTurn | undefined,
  ): Promise<void> {
    const { signIn } = messagesFor((pending?.activity.address ?? turn).viewer.locale);
    const tooLate = toError("expired", signIn.tooLate);
    if (!pending) return answerer.notify(turn, tooLate);
    const { activity, ...replaced } = pending;
    const toTryAgain = () => toTryAgainButton(activity, services);
    const address = { ...activity.address, toTryAgain };
    await observeTurn({ kind: "resumed", name: "unknown", address }, () =>
      answerer.answerResumed(address, replaced, () => {
        if (problem) throw problem;
        return isExpired ? tooLate : answer(activity);
      }),
    );
  }
}

function toError(code: string, text: string): ErrorReply {
  return { kind: "error", code, text };
}
