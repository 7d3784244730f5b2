import { parseCertificate } from "../../../src/auth/parse-certificate";
import { ada } from "../../support/activities";
import { APP_ID, useSetup, VERSION } from "../../support/use-setup";

const setup = useSetup();
const PROVISION = "atk provision --env dev";
const CONSENT = `az ad app permission admin-consent --id ${APP_ID}`;

describe("--no-consent", () => {
  test("leaves delegated consent to each person, in later runs too, until --consent", async () => {
    setup.fail({ call: "atk provision", how: "fail", text: "(×) Error" });
    await setup.run("--no-consent");
    setup.fail();
    const { changes, lines } = await setup.run();
    expect(changes).not.toContain(CONSENT);
    expect(lines.join("\n")).toContain("Each person consents when they sign in: ADMIN_CONSENT is");
    expect((await setup.run("--consent")).changes).toEqual([CONSENT]);
  });

  test("leaves the app's own permission to a colleague, with the command", async () => {
    const { changes, lines } = await setup.run("--graph-auth application --no-consent");
    expect(changes).not.toContain(CONSENT);
    const text = lines.slice(lines.indexOf("What only you can do:")).join("\n");
    expect(text).toMatch(
      new RegExp(`1\\. As a Privileged Role Administrator, grant OnlineMeetings.*\n {5}${CONSENT}`),
    );
    expect(text).toMatch(/skipped +Graph permission/i);
    setup.change({ hasRole: true });
    const next = (await setup.run()).lines.join("\n");
    expect(next).not.toContain("As a Privileged Role");
    expect(next).toMatch(/passed +Graph permission/i);
  });

  test("isn't saved by a dry run, which leaves consent out of its plan", async () => {
    const { lines } = await setup.run("--no-consent --dry-run");
    expect(lines.join("\n")).not.toContain("admin-consent");
    expect(setup.readEnvFile(".env.dev")["ADMIN_CONSENT"]).toBe("on");
  });
});

describe("--live-status graph", () => {
  test("reaches the server with a certificate, and says what to grant", async () => {
    setup.provision();
    setup.change({ serverVersion: VERSION });
    setup.write("env/.env.dev.user", (text) => text.replace(/^SECRET_NOTIFICATION.*\n/gm, ""));
    const { changes, lines } = await setup.run("--live-status graph");
    expect(changes).toEqual([PROVISION]);
    expect(setup.readEnvFile(".env.dev")["LIVE_STATUS"]).toBe("graph");
    const { SECRET_NOTIFICATION_CERTIFICATE: certificate = "" } =
      setup.readEnvFile(".env.dev.user");
    expect(parseCertificate(certificate)).toMatchObject({ ok: true });
    expect(lines.join("\n")).not.toContain(certificate);
    expect(lines.join("\n")).toContain("grant OnlineMeetings.Read.All to the app itself");
    expect((await setup.run()).changes).toEqual([]);
    expect(setup.readEnvFile(".env.dev.user")["SECRET_NOTIFICATION_CERTIFICATE"]).toBe(certificate);
    expect((await setup.run("--live-status off")).lines.join("\n")).not.toContain("Read.All");
  });
});

test("a notification certificate that was renamed is the previous one, and gets a successor", async () => {
  setup.provision();
  setup.write("env/.env.dev.user", (text) =>
    text
      .replace(/^SECRET_NOTIFICATION_CERTIFICATE_PREVIOUS=.*\n/m, "")
      .replace("SECRET_NOTIFICATION_CERTIFICATE=", "SECRET_NOTIFICATION_CERTIFICATE_PREVIOUS="),
  );
  await setup.run("--only live-status");
  const values = setup.readEnvFile(".env.dev.user");
  const { SECRET_NOTIFICATION_CERTIFICATE: certificate = "" } = values;
  expect(parseCertificate(certificate)).toMatchObject({ ok: true });
  expect(values["SECRET_NOTIFICATION_CERTIFICATE_PREVIOUS"]).toBe("pem");
});

describe("--rotate-key", () => {
  const readKeys = () => {
    const { SECRET_SEALING_KEY: key, SECRET_SEALING_KEY_PREVIOUS: previous } =
      setup.readEnvFile(".env.dev.user");
    return [key, previous];
  };

  beforeEach(() => {
    setup.provision();
    setup.change({ serverVersion: VERSION });
  });

  test("replaces the key, keeps the previous one, and brings both to the server", async () => {
    const { changes, lines } = await setup.run("--rotate-key");
    expect(changes).toEqual([PROVISION]);
    const [key = "", previous] = readKeys();
    expect(Buffer.from(key, "base64")).toHaveLength(32);
    expect(previous).toBe("swordfish");
    expect(lines.join("\n")).not.toContain(key);
    expect(lines.join("\n")).not.toContain("swordfish");
    expect((await setup.run()).changes).toEqual([]);
    expect(readKeys()).toEqual([key, previous]);
  });

  test("after a failure, continues with the same key, with or without the option", async () => {
    setup.fail({ call: "atk provision", how: "fail", text: "(×) Error" });
    await setup.run("--rotate-key");
    const keys = readKeys();
    await setup.run("--rotate-key");
    setup.fail();
    expect((await setup.run()).changes).toEqual([PROVISION]);
    expect(readKeys()).toEqual(keys);
  });

  test("in a dry run, is only planned", async () => {
    const { lines } = await setup.run("--rotate-key --dry-run");
    expect(lines.join("\n")).toMatch(/To do: Replaces the key [^]*To do: Runs `atk provision/);
    expect(readKeys()).toEqual(["swordfish", "swordfish"]);
  });

  test("the key of an earlier release stays, and becomes the previous one too", async () => {
    setup.write("env/.env.dev.user", () => "SECRET_SEALING_KEY=swordfish\n");
    await setup.run();
    expect(readKeys()).toEqual(["swordfish", "swordfish"]);
  });
});

describe("another environment", () => {
  test("starts as a copy, without what only the first installation has", async () => {
    await setup.run("--no-consent");
    const first = setup.readEnvFile(".env.dev");
    setup.fail({ call: "atk provision", how: "fail", text: "(×) Error" });
    const { lines, changes } = await setup.run("--env prod");
    expect(lines[0]).toBe("Created env/.env.prod from env/.env.dev, for another installation.");
    expect(changes).toEqual(["atk provision --env prod"]);
    const copy = setup.readEnvFile(".env.prod");
    expect(Object.keys(copy)).toEqual(Object.keys(first));
    const { DEVELOPER_NAME, ...set } = Object.fromEntries(
      Object.entries(copy).filter(([name, value]) => value && !/^DEVELOPER_.*_URL$/.test(name)),
    );
    expect(DEVELOPER_NAME).toBe("Your organization");
    expect(set).toEqual({
      TEAMSFX_ENV: "prod",
      GRAPH_AUTH: "delegated",
      LIVE_STATUS: "bot",
      ADMINS: ada.aadId,
      ADMIN_CONSENT: "off",
      SLASH_COMMANDS: "on",
    });
  });

  test("isn't created by a dry run, nor for a single step", async () => {
    expect((await setup.run("--env prod --dry-run")).lines.join()).toContain(
      "creates env/.env.prod",
    );
    expect((await setup.run("--env prod --only pack")).problem).toContain(
      "env/.env.prod doesn’t exist.",
    );
    expect(setup.readEnvFile(".env.prod")).toEqual({});
  });
});
