import { parser } from "@prometheus-io/lezer-promql";
import * as z from "zod";
import { parse } from "yaml";
import { createPrometheusMetrics } from "../../src/metrics/prometheus";
import { readText } from "../structure/source-files";

const alerts = z
  .object({
    groups: z.tuple([
      z.object({
        rules: z.array(
          z.strictObject({
            alert: z.string(),
            expr: z.string(),
            for: z.string().regex(/^\d+m$/),
            labels: z.object({ severity: z.enum(["critical", "warning"]) }),
            annotations: z.object({ summary: z.string(), description: z.string() }),
          }),
        ),
      }),
    ]),
  })
  .parse(parse(readText("infra/monitoring/alerts.yml"))).groups[0].rules;

const target = z.object({ expr: z.string(), legendFormat: z.string() });
const panels = z
  .object({
    panels: z.array(
      z.object({ id: z.number(), title: z.string(), targets: z.array(target).default([]) }),
    ),
  })
  .parse(JSON.parse(readText("infra/monitoring/dashboard.json"))).panels;

/** What Grafana puts in before Prometheus sees it. */
const withGrafanaVariables = (expr: string) => expr.replaceAll("$__rate_interval", "5m");

const queries: Query[] = [
  ...alerts.map(({ alert, expr }) => ({ name: alert, expr, legend: "" })),
  ...panels.flatMap(({ title, targets }) =>
    targets.map(({ expr, legendFormat }) => ({
      name: title,
      expr: withGrafanaVariables(expr),
      legend: legendFormat,
    })),
  ),
];

interface Query {
  name: string;
  expr: string;
  /** As in `{{kind}}`. */
  legend: string;
}

interface Known {
  labels: readonly string[];
  help: string;
}

/** Prometheus adds `instance` and `job`. */
const SCRAPED = ["instance", "job"];

/** All time series by name, as Prometheus sees them. */
async function readKnown(): Promise<Map<string, Known>> {
  const { registry } = createPrometheusMetrics();
  const types = new Map((await registry.getMetricsAsJSON()).map(({ name, type }) => [name, type]));
  const known = new Map<string, Known>();
  for (const metric of registry.getMetricsAsArray()) {
    const { name, help } = metric;
    const labels = [...("labelNames" in metric ? (metric.labelNames as string[]) : []), ...SCRAPED];
    if (String(types.get(name)) === "histogram") {
      known.set(`${name}_bucket`, { labels: [...labels, "le"], help });
      known.set(`${name}_sum`, { labels, help });
      known.set(`${name}_count`, { labels, help });
    } else {
      known.set(name, { labels, help });
    }
  }
  return known;
}

/** The parts of a query of one kind. `⚠` is a syntax error. */
function partsOf(expr: string, kind: string): string[] {
  const parts: string[] = [];
  parser.parse(expr).iterate({
    enter({ name, from, to }) {
      if (name === kind) parts.push(expr.slice(from, to));
    },
  });
  return parts;
}

/** What Prometheus wouldn't understand or find. */
function explainFaults({ name, expr, legend }: Query, known: Map<string, Known>): string[] {
  const metrics = partsOf(expr, "Identifier");
  const labels = new Set(metrics.flatMap((metric) => known.get(metric)?.labels ?? []));
  const named = [...partsOf(expr, "LabelName"), ...legend.matchAll(/(?<=\{\{)\w+/g)].map(String);
  const values = partsOf(expr, "VectorSelector").flatMap((selector) => {
    const { help = "" } = known.get(selector.replace(/\{.*/s, "")) ?? {};
    const given = [...selector.matchAll(/="([a-z]+)"/g)].map(([, value = ""]) => value);
    return given.filter((value) => !help.includes(value));
  });
  return [
    ...partsOf(expr, "⚠").map((part) => `${name}: syntax error at “${part}”`),
    ...metrics.filter((metric) => !known.has(metric)).map((one) => `${name}: no metric ${one}`),
    ...named.filter((label) => !labels.has(label)).map((one) => `${name}: no label ${one}`),
    ...values.map((value) => `${name}: the metric's help doesn't list ${value}`),
  ];
}

test("there are three alerts, and a dashboard with each of our metrics", () => {
  expect(alerts.map(({ alert }) => alert)).toEqual([
    "RendezvousTurnsFail",
    "RendezvousGraphFails",
    "RendezvousTurnsSlow",
  ]);
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const shown = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)).join(" ");
  const { registry } = createPrometheusMetrics();
  const ours = registry.getMetricsAsArray().filter(({ name }) => name.startsWith("rendezvous_"));
  expect(ours.length).toBeGreaterThan(5);
  expect(ours.map(({ name }) => name).filter((name) => !shown.includes(name))).toEqual([]);
});

test("alerts and dashboard are valid, and only name metrics, labels and values that exist", async () => {
  const known = await readKnown();
  expect(queries.length).toBeGreaterThan(20);
  expect(queries.flatMap((query) => explainFaults(query, known))).toEqual([]);
});

test.each([
  ["sum(rate(rendezvous_background_work[5m])", "", "syntax error"],
  ["rendezvous_turn_duration_seconds", "", "no metric"],
  ["sum by (operation) (rendezvous_background_work)", "", "no label operation"],
  ['rendezvous_circuit_open{operation="get"}', "", "no label operation"],
  ["rendezvous_background_work", "{{kind}}", "no label kind"],
  ['rendezvous_turn_problems_total{outcome="broken"}', "", "doesn't list broken"],
])("finds what is wrong with %s %s", async (expr, legend, fault) => {
  const faults = explainFaults({ name: "x", expr, legend }, await readKnown());
  expect(faults.join("\n")).toContain(fault);
});
