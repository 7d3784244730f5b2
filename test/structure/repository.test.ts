import { parse } from "yaml";
import { z } from "zod";
import { listFiles, readText } from "./source-files";

const project = z
  .object({
    version: z.string(),
    license: z.string(),
    engines: z.object({ node: z.string() }),
    scripts: z.record(z.string(), z.string()),
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readText("package.json")));

function readYaml<T>(path: string, schema: z.ZodType<T>): T {
  return schema.parse(parse(readText(path)));
}

test("the lock file has the version and the license of package.json", () => {
  const { version, license } = project;
  expect(JSON.parse(readText("package-lock.json"))).toMatchObject({
    version,
    packages: { "": { version, license } },
  });
  expect(readText("LICENSE")).toMatch(new RegExp(`^${license} License\n`));
});

test("CI runs the gate on the oldest Node, the container's and the current LTS", () => {
  const step = z.looseObject({ run: z.string().optional() });
  const schema = z.object({
    jobs: z.object({
      gate: z.object({
        strategy: z.object({ matrix: z.object({ node: z.array(z.string()) }) }),
        container: z.string(),
        steps: z.array(step),
      }),
    }),
  });
  const { gate } = readYaml(".github/workflows/ci.yml", schema).jobs;
  const [, line = ""] = /^FROM node:(\d+)-/m.exec(readText("Dockerfile")) ?? [];
  const oldest = project.engines.node.replace(">=", "");
  expect(gate.strategy.matrix.node).toEqual([oldest, line, "lts"]);
  expect(gate.container).toContain("${{ matrix.node }}");
  expect(gate.steps.map(({ run }) => run).filter(Boolean)).toEqual([".ci/run"]);
});

test("updates of dependencies hold back only packages that are there", () => {
  const schema = z.object({
    updates: z.array(
      z.object({
        "package-ecosystem": z.string(),
        ignore: z.array(z.object({ "dependency-name": z.string() })).default([]),
      }),
    ),
  });
  const { updates } = readYaml(".github/dependabot.yml", schema);
  const npm = updates.find((update) => update["package-ecosystem"] === "npm");
  const names = (npm?.ignore ?? []).map((ignored) => ignored["dependency-name"]);
  const known = { ...project.dependencies, ...project.devDependencies };
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !(name in known))).toEqual([]);
});

describe.each(listFiles(".github/ISSUE_TEMPLATE", ".yml").filter((path) => !/config/.test(path)))(
  "%s",
  (path) => {
    // https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms
    const form = readYaml(
      path,
      z.object({
        name: z.string(),
        description: z.string(),
        body: z.array(
          z.object({
            type: z.enum(["markdown", "textarea", "input", "dropdown"]),
            id: z.string().optional(),
            attributes: z.looseObject({ label: z.string().optional() }),
            validations: z.object({ required: z.boolean() }).optional(),
          }),
        ),
      }),
    );
    const fields = form.body.filter(({ type }) => type !== "markdown");

    test("has fields with a label and an id each", () => {
      const ids = fields.map(({ id }) => id);
      expect(fields.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(fields.length);
      expect(fields.every(({ id, attributes }) => id && attributes.label)).toBe(true);
    });

    test("only names scripts of package.json", () => {
      const named = [...readText(path).matchAll(/npm run ([\w:-]+)/g)].map(([, name = ""]) => name);
      expect(named.filter((name) => !(name in project.scripts))).toEqual([]);
    });
  },
);

test("who reports a problem has to say what check says, and which version it is", () => {
  const form = readText(".github/ISSUE_TEMPLATE/problem.yml");
  for (const id of ["check", "version"]) {
    expect(form).toMatch(
      new RegExp(`id: ${id}\n(?: {4}.*\n)*? {4}validations:\n {6}required: true`),
    );
  }
});
