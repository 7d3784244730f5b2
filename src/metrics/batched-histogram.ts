import { Histogram, type Registry } from "prom-client";

/** Flushing a full batch takes half a millisecond. */
const MAX_WAITING = 500;

/**
 * A histogram with two labels. Observations wait until Prometheus asks for them, or until there are many: prom-client takes
 * several times as long for one that comes between other work.
 *
 * @returns a function that observes a duration
 */
export function createBatchedHistogram<Label extends string>(
  registry: Registry,
  {
    labelNames,
    ...description
  }: { name: string; help: string; labelNames: [Label, Label]; buckets: number[] },
): (first: string, second: string, ms: number) => void {
  const series = new Map<string, { waiting: number[]; flush: () => void }>();
  const histogram = new Histogram({
    ...description,
    labelNames,
    registers: [registry],
    collect() {
      for (const { flush } of series.values()) flush();
    },
  });

  return function observe(first, second, ms) {
    const key = `${first} ${second}`;
    let one = series.get(key);
    if (!one) series.set(key, (one = createSeries(first, second)));
    one.waiting.push(ms / 1000);
    if (one.waiting.length === MAX_WAITING) one.flush();
  };

  function createSeries(...values: [string, string]) {
    const waiting: number[] = [];
    const child = histogram.labels(...values);
    return {
      waiting,
      flush() {
        for (const seconds of waiting) child.observe(seconds);
        waiting.length = 0;
      },
    };
  }
}
