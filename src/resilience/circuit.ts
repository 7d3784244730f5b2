import {
  BrokenCircuitError,
  CircuitState,
  CountBreaker,
  circuitBreaker,
  handleWhen,
} from "cockatiel";
import type { CircuitSpec } from "./policies";

/** How soon to look again while one call tries whether the service works. */
const TRYING_MS = 100;

interface CircuitDeps {
  now: () => Date;
  /** Any other error is an answer of the service. */
  isFailure: (error: Error) => boolean;
  onOpen: () => void;
  onClose: () => void;
}

/**
 * cockatiel's circuit breaker on the injected clock. While one call tries whether the service works again, all others
 * fail at once; cockatiel would have them wait for it.
 */
export function createCircuit(
  { failures, calls, openMs }: CircuitSpec,
  { now, isFailure, onOpen, onClose }: CircuitDeps,
) {
  let isOpen = false;
  let triesAgainAtMs = 0;
  const isPaused = () => now().getTime() < triesAgainAtMs;
  const pause = {
    next() {
      triesAgainAtMs = now().getTime() + openMs;
      return pause;
    },
    /** cockatiel reads it at each call, and compares it with the time by `Date.now`. So our clock decides alone. */
    get duration() {
      return isPaused() ? Infinity : -Infinity;
    },
  };
  const breaker = circuitBreaker(handleWhen(isFailure), {
    // It opens above the threshold, not at it.
    breaker: new CountBreaker({ size: calls, threshold: (failures - 0.5) / calls }),
    halfOpenAfter: pause,
  });
  breaker.onBreak(() => {
    // A failed try opens it again.
    if (!isOpen) onOpen();
    isOpen = true;
  });
  breaker.onReset(() => {
    isOpen = false;
    onClose();
  });

  /** @throws BrokenCircuitError while the circuit is open */
  function assertClosed(): void {
    const { state } = breaker;
    if (state === CircuitState.HalfOpen || (state === CircuitState.Open && isPaused())) {
      throw new BrokenCircuitError();
    }
  }

  return {
    assertClosed,
    /** How long to wait before another call, after a BrokenCircuitError. */
    readPauseMs: () => Math.max(triesAgainAtMs - now().getTime(), TRYING_MS),
    /** @throws BrokenCircuitError at once while the circuit is open */
    execute<T>(work: () => Promise<T>): Promise<T> {
      assertClosed();
      return breaker.execute(work);
    },
  };
}
