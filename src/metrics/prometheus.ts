import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";
import { createBatchedHistogram } from "./batched-histogram";
import type { Metrics } from "./metrics";

/** In seconds. A turn has 15 s, Graph 30 s. */
const SLOW_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** In seconds. Due work is looked for every 15 s, and a reminder is of use until 10 minutes after the start. */
const LATE_BUCKETS = [1, 5, 15, 30, 60, 120, 300, 600, 1800];
/** An embedded store answers within 1 ms, a table within 10 ms. */
const STORE_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 4];

/**
 * Every metric, with its labels. Their values come from lists in our code, so that what people send can't add any. Node's
 * own metrics are in prom-client's documentation: https://github.com/siimon/prom-client#default-metrics
 */
export function createPrometheusMetrics(): Metrics & { registry: Registry } {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const observeTurn = createBatchedHistogram(registry, {
    name: "rendezvous_turn_duration_seconds",
    help: "Time from an activity to the end of its work. `kind`: message, button, compose, sign-in, resumed, lifecycle, call-news or unsupported. `outcome`: ok, declined or failed.",
    labelNames: ["kind", "outcome"],
    buckets: SLOW_BUCKETS,
  });
  const problems = new Counter({
    name: "rendezvous_turn_problems_total",
    help: "Turns by the `code` in the log. `outcome`: declined or failed.",
    labelNames: ["outcome", "code"] as const,
    registers,
  });
  const rejected = new Counter({
    name: "rendezvous_activities_rejected_total",
    help: "Activities whose caller wasn't authenticated, by the `reason` in the log.",
    labelNames: ["reason"] as const,
    registers,
  });
  const observeCall = {
    graph: createBatchedHistogram(registry, {
      name: "rendezvous_graph_call_duration_seconds",
      help: "Requests to Microsoft Graph, including repeated ones. `operation`: createOrGet, get, update, delete or listOwners. `status`: the HTTP status, or none without a response.",
      labelNames: ["operation", "status"],
      buckets: SLOW_BUCKETS,
    }),
    store: createBatchedHistogram(registry, {
      name: "rendezvous_store_call_duration_seconds",
      help: "Calls to the store. `operation`: read, insert, replace, list, scan or remove. `status`: ok or failed.",
      labelNames: ["operation", "status"],
      buckets: STORE_BUCKETS,
    }),
    connector: createBatchedHistogram(registry, {
      name: "rendezvous_connector_call_duration_seconds",
      help: "Requests to Teams' Connector. `operation`: send, update, delete, openChat, getMember, getTeam or getMeeting. `status`: the HTTP status, or none without a response.",
      labelNames: ["operation", "status"],
      buckets: SLOW_BUCKETS,
    }),
  };
  // Added to their counter when Prometheus asks, because each refresh reads both caches.
  const reads = { graph: { hit: 0, miss: 0 }, rows: { hit: 0, miss: 0 } };
  registry.registerMetric(
    new Counter({
      name: "rendezvous_cache_reads_total",
      help: "`cache`: graph (a refresh shows what Graph returned a moment ago) or rows (a stored row doesn't have to be parsed again). `result`: hit or miss.",
      labelNames: ["cache", "result"] as const,
      registers: [],
      collect() {
        this.reset();
        for (const [cache, { hit, miss }] of Object.entries(reads)) {
          this.inc({ cache, result: "hit" }, hit);
          this.inc({ cache, result: "miss" }, miss);
        }
      },
    }),
  );
  const circuits = new Gauge({
    name: "rendezvous_circuit_open",
    help: "1 while a `service` isn't called because too many calls failed.",
    labelNames: ["service"] as const,
    registers,
  });
  const openCircuits: Record<string, number> = {};
  const observeDueWork = createBatchedHistogram(registry, {
    name: "rendezvous_due_work_lateness_seconds",
    help: "How late work began that no one asked for just now. `work`: reminder or live (cards of calls that go on). `outcome`: done, skipped (there was nothing to do any more), again or failed.",
    labelNames: ["work", "outcome"],
    buckets: LATE_BUCKETS,
  });
  const background = new Gauge({
    name: "rendezvous_background_work",
    help: "Work that goes on after its turn was answered, such as updates of other cards.",
    registers,
  });

  return {
    registry,
    turnEnded(kind, { outcome, code }, ms) {
      observeTurn(kind, outcome, ms);
      if (outcome !== "ok") problems.inc({ outcome, code });
    },
    callEnded: (edge, operation, status, ms) => observeCall[edge](operation, status, ms),
    activityRejected: (reason) => rejected.inc({ reason }),
    cacheRead(cache, isHit) {
      reads[cache][isHit ? "hit" : "miss"] += 1;
    },
    circuitChanged(service, isOpen) {
      // Each service URL of Teams has a circuit.
      openCircuits[service] = (openCircuits[service] ?? 0) + (isOpen ? 1 : -1);
      circuits.set({ service }, openCircuits[service] > 0 ? 1 : 0);
    },
    dueWorkEnded: (work, outcome, lateMs) => observeDueWork(work, outcome, lateMs),
    backgroundChanged: (count) => background.set(count),
  };
}
