import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeCertificate } from "../support/make-certificate";
import { type Config, readConfig } from "../../src/config/config";
import { WHERE_TO_FIND } from "../../src/config/settings";

const ROOT = join(__dirname, "../..");
const readText = (path: string) => readFileSync(join(ROOT, path), "utf8");
const key = (byte: number) => Buffer.alloc(32, byte).toString("base64");

/** The table has no examples of secrets, because people would use them. */
const SECRETS: Record<string, string> = {
  BOT_PASSWORD: "not-a-secret",
  BOT_CERTIFICATE: makeCertificate().pem,
  SEALING_KEY: key(1),
  SEALING_KEY_PREVIOUS: key(2),
  NOTIFICATION_CERTIFICATE: makeCertificate().pem,
  NOTIFICATION_CERTIFICATE_PREVIOUS: makeCertificate().pem,
};

/** Settings with which an example makes a difference. */
const PROOFS: Record<string, Record<string, string>> = {
  BOT_TYPE: { BOT_PASSWORD: "" },
  NOTIFICATION_CERTIFICATE: { LIVE_STATUS: "graph" },
  NOTIFICATION_CERTIFICATE_PREVIOUS: {
    LIVE_STATUS: "graph",
    NOTIFICATION_CERTIFICATE: makeCertificate().pem,
  },
};

interface Row {
  name: string;
  need: string;
  fallback: string;
  example: string;
}

const plain = (cell = "") => cell.trim().replaceAll("`", "");
const tableOf = (text: string) =>
  text
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1)
        .map(plain),
    );
const [settings = ""] = readText("env/README.md").split("\n## ");

const rows = tableOf(settings).map(([name = "", required, fallback = "", example = ""]): Row => ({
  name,
  need: plain(required),
  fallback,
  example: example === "a secret" ? (SECRETS[name] ?? "") : example,
}));
const rowsOf = (need: string) => rows.filter((row) => row.need === need);
const alternatives = rowsOf("one of ¹");
const alone = Object.fromEntries(rowsOf("yes").map(({ name, example }) => [name, example]));
/** With the first of the alternative credentials. */
const required = Object.fromEntries(
  rows
    .filter((row) => row.need === "yes" || row === alternatives[0])
    .map(({ name, example }) => [name, example]),
);
const optional = rowsOf("no");

function configOf(env: Record<string, string>): Config {
  const result = readConfig(env);
  if (!result.ok) throw new Error(result.problems.join("\n"));
  return result.config;
}

describe("env/README.md", () => {
  test("lists every variable that npm start reads, and no other", () => {
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(WHERE_TO_FIND));
  });

  test("says whether each is required", () => {
    const result = readConfig({});
    const missing = result.ok ? [] : result.problems.map((problem) => problem.split(" ")[0]);
    expect(Object.keys(required)).toEqual(missing);
  });

  test("has examples that are enough to start", () => {
    expect(readConfig(required)).toMatchObject({ ok: true });
  });

  test("says yes, no or one of ¹ in the column “required”", () => {
    expect(new Set(rows.map(({ need }) => need))).toEqual(new Set(["yes", "no", "one of ¹"]));
  });

  test.each(alternatives)("marks $name as one of the alternative credentials", (row) => {
    expect(readConfig(alone).ok).toBe(false);
    const { credential } = configOf({ ...alone, [row.name]: row.example });
    expect(`${row.name} ${credential.kind}`).toMatch(
      /PASSWORD secret|CERTIFICATE certificate|IDENTITY_CLIENT_ID federated/,
    );
  });

  test.each(optional)("has the real default of $name, and a different example", (row) => {
    const { name, fallback, example } = row;
    const silent = configOf(required);
    expect(configOf({ ...required, [name]: fallback })).toEqual(silent);
    const proof = PROOFS[name] ?? {};
    expect(configOf({ ...required, ...proof, [name]: example })).not.toEqual(silent);
  });

  test("leaves the default empty if there is none", () => {
    const open = optional.filter(({ fallback }) => fallback === "");
    const certificates = ["NOTIFICATION_CERTIFICATE", "NOTIFICATION_CERTIFICATE_PREVIOUS"];
    const others = ["CONNECTOR_HOSTS", "METRICS_PORT", "ADMINS"];
    const names = ["SEALING_KEY_PREVIOUS", ...certificates, ...others];
    expect(open.map(({ name }) => name)).toEqual(names);
  });
});
