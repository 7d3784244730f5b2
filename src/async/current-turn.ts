import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

/** What a turn waits for outside this process. */
export type Edge = "graph" | "store" | "connector";

/** `declined`: nothing is broken, but the person can't have it, or not like this. `failed`: something is broken. */
export type Outcome = "ok" | "declined" | "failed";

interface Calls {
  count: number;
  ms: number;
}

/** One activity and everything that is done for it, as its log line tells it. */
export interface CurrentTurn {
  /** 8 hex digits, in the error that the person sees and in each log line of the turn. */
  readonly id: string;
  /** The command, button or invoke. Never what someone typed. */
  name: string;
  outcome: Outcome;
  /** What went wrong first, or `ok`. */
  code: string;
  /** Calls at the same time all count in full, and so does work after the reply that the line didn't wait for. */
  readonly calls: Readonly<Record<Edge, Calls>>;
  /** The answer to Teams, and what may take longer than that: the work, and showing its late result. */
  openParts: number;
  /** Called when no part is open any more. */
  readonly onEnd: (turn: CurrentTurn) => void;
}

/** One for the process: Node 20 visits every enabled instance at each new promise, and at much else. */
const turns = new AsyncLocalStorage<CurrentTurn>();
let holdCount = 0;
let turnAtOnce: CurrentTurn | undefined;

/** The turn that the caller's work belongs to. */
export function getTurn(): CurrentTurn | undefined {
  return turnAtOnce ?? turns.getStore();
}

/** Does the work of a turn. */
export async function runTurn<T>(turn: CurrentTurn, work: () => Promise<T>): Promise<T> {
  holdTurns();
  try {
    return await turns.run(turn, work);
  } finally {
    releaseTurns();
  }
}

/** Does the work of a turn that waits for nothing. */
export function runAtOnce<T>(turn: CurrentTurn, work: () => T): T {
  turnAtOnce = turn;
  try {
    return work();
  } finally {
    turnAtOnce = undefined;
  }
}

/**
 * Until `releaseTurns`, work that started in a turn knows it. On Node 20 that makes the whole process slower, so it ends
 * when nothing needs it.
 */
export function holdTurns(): void {
  holdCount += 1;
}

export function releaseTurns(): void {
  holdCount -= 1;
  if (holdCount === 0) turns.disable();
}

export function createTurn(
  name: string,
  onEnd: (turn: CurrentTurn) => void = () => undefined,
): CurrentTurn {
  return {
    onEnd,
    openParts: 1,
    id: randomUUID().slice(0, 8),
    name,
    outcome: "ok",
    code: "ok",
    calls: {
      graph: { count: 0, ms: 0 },
      store: { count: 0, ms: 0 },
      connector: { count: 0, ms: 0 },
    },
  };
}

/** Ends a part of the turn. The last one ends the turn. */
export function endPart(turn: CurrentTurn): void {
  turn.openParts -= 1;
  if (turn.openParts === 0) turn.onEnd(turn);
}

/** Runs work that the current turn includes: its line in the log waits for it. */
export async function asPart<T>(work: () => Promise<T>): Promise<T> {
  const turn = getTurn();
  if (!turn) return work();
  turn.openParts += 1;
  try {
    return await work();
  } finally {
    endPart(turn);
  }
}

/** Says how the turn ended. The first problem counts. */
export function endTurn(outcome: Exclude<Outcome, "ok">, code: string): void {
  const turn = getTurn();
  if (turn?.outcome !== "ok") return;
  turn.outcome = outcome;
  turn.code = code;
}

/** Says what the turn is about, once that's known. */
export function nameTurn(name: string): void {
  const turn = getTurn();
  if (turn) turn.name = name;
}
