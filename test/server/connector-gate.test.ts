import { CLOUD_NAMES, CLOUDS } from "../../src/clouds";
import { createLog } from "../../src/log";
import { createConnectorGate, loopbackGate } from "../../src/server/connector-gate";
import { openDoor } from "../../src/server/door";
import { TurnAdapter } from "../../src/server/turn-adapter";
import type { RefusalReason } from "../../src/server/refusal";
import { message, TENANT } from "../support/activities";
import { APP_ID, askForMeeting, startGuardedApp } from "../support/guarded-app";
import { startApp } from "../support/start-app";

const gate = createConnectorGate(CLOUDS.global.connectorHosts);

test.each([
  "https://smba.trafficmanager.net/emea/",
  "https://smba.trafficmanager.net/emea",
  "https://smba.trafficmanager.net/teams/",
  `https://smba.trafficmanager.net/amer/${TENANT}/`,
  "https://smba.trafficmanager.net/",
  "https://smba.trafficmanager.net",
  "https://smba.onyx.prod.teams.trafficmanager.net/br/",
  "https://smba.infra.gcc.teams.microsoft.com/teams",
])("answers go to Teams: %s", (serviceUrl) => {
  expect(gate(serviceUrl)).toBeUndefined();
});

const tricks: [RefusalReason, string][] = [
  ["unknown_connector_host", "https://evil.example/"],
  ["unknown_connector_host", "https://evil.trafficmanager.net/emea/"],
  ["unknown_connector_host", "https://trafficmanager.net/"],
  ["unknown_connector_host", "https://evil.smba.trafficmanager.net/"],
  ["unknown_connector_host", "https://smba.trafficmanager.net.evil.example/"],
  ["unknown_connector_host", "https://evilsmba.trafficmanager.net/"],
  ["unknown_connector_host", "https://smba-trafficmanager.net/"],
  ["unknown_connector_host", "https://smba.trafficmanager.net./emea/"],
  ["unknown_connector_host", "https://evil.example/smba.trafficmanager.net/"],
  ["unknown_connector_host", "https://teams.microsoft.com/"],
  ["unknown_connector_host", "https://smba.infra.gov.teams.microsoft.us/teams"],
  ["unknown_connector_host", "https://xn--smb-7cd.trafficmanager.net/"],
  ["unknown_connector_host", "https://localhost/"],
  ["unknown_connector_host", "https://127.0.0.1/"],
  ["unknown_connector_host", "https://169.254.169.254/"],
  ["unknown_connector_host", "https://[::1]/"],
  ["unknown_connector_host", "https://[::ffff:7f00:1]/"],
  ["odd_connector_url", "https://smbа.trafficmanager.net/"],
  ["odd_connector_url", "https://smba。trafficmanager。net/"],
  ["odd_connector_url", "https://smba.trafficmanager.net%2eevil.example/"],
  ["odd_connector_url", "https://2130706433/"],
  ["odd_connector_url", "https://0x7f.1/"],
  ["odd_connector_url", "http://smba.trafficmanager.net/emea/"],
  ["odd_connector_url", "http://localhost:3978/"],
  ["odd_connector_url", "https://smba.trafficmanager.net:8443/emea/"],
  ["odd_connector_url", "https://smba.trafficmanager.net:443/emea/"],
  ["odd_connector_url", "https://evil.example@smba.trafficmanager.net/"],
  ["odd_connector_url", "https://smba.trafficmanager.net@evil.example/"],
  ["odd_connector_url", "https://smba.trafficmanager.net:x@evil.example/"],
  ["odd_connector_url", "https://smba.trafficmanager.net/@evil.example/"],
  ["odd_connector_url", "https://smba.trafficmanager.net\\@evil.example/"],
  ["odd_connector_url", "https:\\\\evil.example\\smba.trafficmanager.net"],
  ["odd_connector_url", "https:/smba.trafficmanager.net/"],
  ["odd_connector_url", "https://smba.trafficmanager.net/emea/../v3/"],
  ["odd_connector_url", "https://smba.trafficmanager.net/emea/?x="],
  ["odd_connector_url", "https://smba.trafficmanager.net/emea/#"],
  ["odd_connector_url", " https://smba.trafficmanager.net/"],
  ["odd_connector_url", "https://smba.traffic\tmanager.net/"],
  ["odd_connector_url", "https://smba.trafficmanager.net/\n"],
  ["odd_connector_url", "HTTPS://SMBA.TRAFFICMANAGER.NET/emea/"],
  ["odd_connector_url", "wss://smba.trafficmanager.net/"],
  ["odd_connector_url", "//smba.trafficmanager.net/"],
  ["odd_connector_url", "smba.trafficmanager.net"],
  ["odd_connector_url", ""],
];

test.each(tricks)("%s: no answer goes to %s", (reason, serviceUrl) => {
  expect(gate(serviceUrl)).toMatchObject({ reason });
});

test("each cloud has its own hosts, and no two share one", () => {
  const hosts = CLOUD_NAMES.flatMap((name) => CLOUDS[name].connectorHosts);
  expect(new Set(hosts).size).toBe(hosts.length);
  expect(hosts.filter((host) => !/^smba(\.[a-z]+)+$/.test(host))).toEqual([]);
});

test("the demo answers to this machine alone", () => {
  const here = ["http://127.0.0.1:56150/_connector", "http://localhost:1/", "http://[::1]:80801/"];
  expect(here.slice(0, 2).map(loopbackGate)).toEqual([undefined, undefined]);
  expect(loopbackGate("http://[::1]:8080/")).toBeUndefined();
  for (const url of [
    "https://smba.trafficmanager.net/emea/",
    "http://localhost.evil.example/",
    "http://127.0.0.1.evil.example/",
    "http://evil.example@127.0.0.1/",
    "http://127.0.0.1@evil.example/",
    "http://192.168.0.1/",
    "http://0.0.0.0/",
    "http://[::]/",
    here[2] ?? "",
  ]) {
    expect(loopbackGate(url)).toMatchObject({ reason: "connector_elsewhere" });
  }
});

describe("at the door,", () => {
  test("a good token does not help who wants answers elsewhere, and the log names the host and the setting", async () => {
    const guarded = await startGuardedApp();
    const activity = { ...askForMeeting(), serviceUrl: "https://connector.evil.example/" };
    const line = await guarded.expectRefused("unknown_connector_host", activity);
    expect(line).toMatchObject({ host: "connector.evil.example" });
    expect(line["msg"]).toContain("CONNECTOR_HOSTS");
    for (const serviceUrl of ["http://127.0.0.1:3978/", "https://a@smba.trafficmanager.net/"]) {
      await guarded.expectRefused("odd_connector_url", { ...askForMeeting(), serviceUrl });
    }
    await guarded.stop();
  });

  test("CONNECTOR_HOSTS lets answers go to its hosts, and to no other", async () => {
    const serviceUrl = "https://smba.teams.sovcloud-core.fr/teams/";
    const connectorHosts = ["smba.teams.sovcloud-core.fr"];
    const guarded = await startGuardedApp({ serviceUrl, connectorHosts });
    guarded.expectIn(await guarded.call(askForMeeting()));
    const below = "https://x.smba.teams.sovcloud-core.fr/teams/";
    const activity = { ...askForMeeting(), serviceUrl: below };
    await guarded.expectRefused("unknown_connector_host", activity);
    await guarded.stop();
  });

  test("the demo refuses whatever would be answered elsewhere", async () => {
    const app = await startApp();
    for (const serviceUrl of ["https://evil.example/", "https://smba.trafficmanager.net/emea/"]) {
      expect(await app.post({ ...message("meet"), serviceUrl })).toEqual({
        status: 401,
        body: { error: "This request is not authorized." },
      });
    }
    const reason = "connector_elsewhere";
    expect(app.log).toMatchObject([{ level: 40, reason, host: "evil.example" }, { reason }]);
    expect(app.cloud.requests()).toEqual([]);
    await app.stop();
  });
});

describe("what is sent later, to a service URL that was kept,", () => {
  test("goes through the same gate: no client is made, no token asked for, and the log says so", async () => {
    const lines: Record<string, unknown>[] = [];
    const log = createLog("warn", {
      write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>),
    });
    let tokenCount = 0;
    const adapter = new TurnAdapter(
      { kind: "registered", appId: APP_ID, tenantId: TENANT },
      {
        door: { ...openDoor, gate },
        getConnectorToken: async () => `token ${(tokenCount += 1)}`,
        log,
      },
    );
    for (const [, serviceUrl] of tricks) {
      let isEntered = false;
      const entered = adapter.resume({ serviceUrl, channelId: "msteams" }, async () => {
        isEntered = true;
      });
      await expect(entered).rejects.toThrow("A service URL was refused");
      expect(isEntered).toBe(false);
    }
    expect(lines).toHaveLength(tricks.length);
    expect(lines[0]).toMatchObject({
      level: 40,
      reason: "unknown_connector_host",
      host: "evil.example",
      msg: expect.stringContaining("CONNECTOR_HOSTS"),
    });
    expect(tokenCount).toBe(0);
  });

  test("is left out for a card elsewhere, and the answer comes all the same", async () => {
    const app = await startApp();
    await app.turn(message("meet Sprint review"));
    const key = { tenantId: TENANT, threadId: "19:0f1e2d3c4b5a69788796a5b4c3d2e1f0@thread.tacv2" };
    const stored = await app.store.get({ ...key, room: "" });
    if (stored?.record.state !== "live") throw new Error("There is no meeting.");
    const [row] = stored.record.cards ?? [];
    const moved = { ...row!, activityId: "elsewhere", serviceUrl: "https://evil.example/" };
    await app.store.replace(stored, { ...stored.record, cards: [moved, row!] });

    const { sent } = await app.turn(message("rename Retro"));
    expect(sent.map(({ method, id }) => [method, id])).toContainEqual(["PUT", "sent-1"]);
    expect(sent.map(({ id }) => id)).not.toContain("elsewhere");
    expect(app.log).toContainEqual(
      expect.objectContaining({ level: 40, reason: "connector_elsewhere", host: "evil.example" }),
    );
    await app.stop();
  });
});
