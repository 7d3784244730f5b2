import { sleep, type Sleep } from "../../src/async/deadline";
import { startCloud, stopClouds } from "./cloud";

describe("starting and stopping", () => {
  afterEach(stopClouds);

  test("a taken port is Node's own error", async () => {
    const cloud = await startCloud();
    const port = Number(new URL(cloud.url).port);
    await expect(startCloud({}, { port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  test("two clouds know nothing of each other", async () => {
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

  test("closing cuts a call that waits in a delay of an hour, frees the port, and can be repeated", async () => {
    let tellBegun: (() => void) | undefined;
    const begun = new Promise<void>((resolve) => {
      tellBegun = resolve;
    });
    const tellingSleep: Sleep = (ms, signal) => {
      tellBegun?.();
      return sleep(ms, signal);
    };
    const cloud = await startCloud({}, { sleep: tellingSleep });
    cloud.addFault({ match: "createOrGet", delayMs: 3_600_000 });
    const cut = cloud.meet({ externalId: "x" }).catch((error: Error) => error.message);
    await begun;
    await cloud.close();
    expect(await cut).toBe("fetch failed");
    await cloud.close();
    const port = Number(new URL(cloud.url).port);
    const again = await startCloud({}, { port });
    expect(again.url).toBe(cloud.url);
  });
});
