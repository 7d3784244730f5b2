import { sleep, type Sleep } from "../../src/async/deadline";
import { startCloud, stopClouds } from "./cloud";

describe("starting and stopping", () => {
  afterEach(stopClouds);

  test("rejects with Node's error when the port is taken", async () => {
    const cloud = await startCloud();
    const port = Number(new URL(cloud.url).port);
    await expect(startCloud({}, { port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  test("two clouds share no state", async () => {
    const ownPair = { signingPair: undefined };
    const [one, two] = await Promise.all([startCloud({}, ownPair), startCloud({}, ownPair)]);
    await one.meet({ externalId: "x" });
    expect(two.meetings()).toEqual([]);
    expect(two.requests()).toEqual([]);
    two.settings.policy = "none";
    expect(one.settings.policy).toBe("all");
    const answer = await two.call("POST", "/v1.0/me/onlineMeetings/createOrGet", {
      token: one.userToken(),
      body: { externalId: "x" },
    });
    expect(answer.status).toBe(401);
  });

  test("close cuts a delayed call, frees the port, and can be called twice", async () => {
    let onStart: (() => void) | undefined;
    const started = new Promise<void>((resolve) => {
      onStart = resolve;
    });
    const observedSleep: Sleep = (ms, signal) => {
      onStart?.();
      return sleep(ms, signal);
    };
    const cloud = await startCloud({}, { sleep: observedSleep });
    cloud.addFault({ match: "createOrGet", delayMs: 3_600_000 });
    const cut = cloud.meet({ externalId: "x" }).catch((error: Error) => error.message);
    await started;
    await cloud.close();
    expect(await cut).toBe("fetch failed");
    await cloud.close();
    const port = Number(new URL(cloud.url).port);
    const again = await startCloud({}, { port });
    expect(again.url).toBe(cloud.url);
  });
});
