import {
  createTurn,
  endPart,
  endTurn,
  runAtOnce,
  runTurn,
  type CurrentTurn,
} from "../../src/async/current-turn";
import { AppError, toAppError } from "../../src/errors";
import type { Log } from "../../src/log";
import { toThreadId } from "../../src/meetings/record/conversation";
import type { HashId } from "../../src/metrics/hash-ids";
import type { Metrics } from "../../src/metrics/metrics";
import type { ParsedActivity, ReplyAddress } from "../turn/turn";

/** What is known about an activity before anything is done. */
export interface ObservedTurn {
  kind: string;
  /** The command, button or invoke, or `unknown`. Never what someone typed. */
  name: string;
  address?: ReplyAddress;
}

/** Commands and buttons have no name here, because what people send isn't logged. They get one once they are known. */
export function toObserved(activity: ParsedActivity): ObservedTurn {
  const { kind } = activity;
  switch (kind) {
    case "message":
    case "button":
      return { kind, name: "unknown", address: activity.address };
    case "compose":
      return { kind, name: activity.invoke ?? "unknown", address: activity.address };
    case "sign-in":
      return { kind, name: activity.event.name, address: activity.address };
    case "lifecycle":
      return { kind, name: activity.change, address: activity.address };
    case "call-news":
      return { kind, name: activity.change };
    case "unsupported":
      return { kind, name: "unknown" };
  }
}

export type ObserveTurn = ReturnType<typeof createTurnObserver>["observeTurn"];

/** Gives each turn its id, and logs one line when Teams has its answer and the turn's work is done. */
export function createTurnObserver({
  log,
  metrics,
  hashId,
}: {
  log: Log;
  metrics?: Metrics | undefined;
  hashId: HashId;
}) {
  return { observeTurn, observeAtOnce };

  /** @returns `undefined` if there's no response yet, or the work failed: then there was no turn */
  function observeAtOnce<T>(about: ObservedTurn, respond: () => T | undefined): T | undefined {
    const turn = startTurn(about);
    try {
      return runAtOnce(turn, () => {
        const response = respond();
        if (response !== undefined) endPart(turn);
        return response;
      });
    } catch (error) {
      // The usual way meets what the store throws again.
      if (!(error instanceof AppError)) log.error({}, "couldn't answer at once", error);
      return undefined;
    }
  }

  function observeTurn<T>(about: ObservedTurn, respond: () => Promise<T>): Promise<T> {
    const turn = startTurn(about);
    return runTurn(turn, async () => {
      try {
        return await respond();
      } catch (error) {
        endTurn("failed", toAppError(error).code);
        throw error;
      } finally {
        endPart(turn);
      }
    });
  }

  function startTurn(about: ObservedTurn): CurrentTurn {
    const startedAt = performance.now();
    const turn = createTurn(about.name, () => report(about, turn, performance.now() - startedAt));
    return turn;
  }

  function report({ kind, address }: ObservedTurn, turn: CurrentTurn, ms: number): void {
    const { graph, store, connector } = turn.calls;
    metrics?.turnEnded(kind, turn, ms);
    log.info(
      {
        kind,
        name: turn.name,
        code: turn.code,
        ms: toTenths(ms),
        graphCalls: graph.count,
        graphMs: toTenths(graph.ms),
        storeCalls: store.count,
        storeMs: toTenths(store.ms),
        connectorCalls: connector.count,
        connectorMs: toTenths(connector.ms),
        conversation: address && hashId(toThreadId(address.conversationId)),
        person: address && hashId(address.caller?.aadId ?? address.sender.id),
      },
      "a turn ended",
    );
  }
}

function toTenths(ms: number): number {
  return Math.round(ms * 10) / 10;
}
