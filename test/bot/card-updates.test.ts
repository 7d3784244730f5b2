import { CARD_UPDATES } from "../../src/resilience/policies";
import { DEFAULT_ROOM } from "../../src/request/room-name";
import { general, message } from "../support/activities";
import { cardOf, textOf } from "../support/cards";
import type { SentActivity } from "../support/connector";
import { startApp } from "../support/start-app";
import { useApp } from "../support/use-app";

const FIRST_RETRY_MS: number = CARD_UPDATES.againAfterMs[0];
const ALL_RETRIES_MS = CARD_UPDATES.againAfterMs.reduce((total, ms) => total + ms, 0);

describe("a posted card that Teams can't update now", () => {
  const app = useApp();

  async function rowIds(): Promise<string[]> {
    const { tenantId, threadId } = general;
    const stored = await app.store.records.get({ tenantId, threadId, room: DEFAULT_ROOM });
    return (stored?.record.cards ?? []).map(({ activityId }) => activityId);
  }

  const updates = () => app.connector.sent.filter(({ method }) => method === "PUT");
  const nameOn = (update: SentActivity | undefined) => textOf(cardOf(update)).split("\n");
  const gaveUp = () => app.log.filter(({ msg }) => msg === "a posted card could not be updated");

  /** Resolves when the card's update has failed and waits. */
  async function changeInVain(text = "rename Retro", waitMs = FIRST_RETRY_MS): Promise<void> {
    await app.post(message(text));
    await app.clock.waitForSleep(waitMs);
  }

  it.each([408, 412, 429, 500, 502, 503, 504, "hang-up"] as const)(
    "after %s is updated later",
    async (failure) => {
      await app.turn(message("meet Sprint review"));
      app.connector.fail("PUT", failure, 1);
      await changeInVain();
      await app.clock.advance(FIRST_RETRY_MS);
      const update = await app.connector.waitFor(({ method }) => method === "PUT");
      expect(update.id).toBe("sent-1");
      expect(nameOn(update)).toContain("Retro");
      expect(app.connector.attempts.PUT).toBe(2);
      expect(gaveUp()).toEqual([]);
    },
  );

  it("is updated when its Retry-After is over", async () => {
    await app.turn(message("meet Sprint review"));
    app.connector.fail("PUT", { status: 429, retryAfter: "45" }, 1);
    await changeInVain("rename Retro", 45_000);
    await app.clock.advance(44_999);
    expect(app.connector.attempts.PUT).toBe(1);
    await app.clock.advance(1);
    await app.connector.waitFor(({ method }) => method === "PUT");
  });

  it.each(["301", "999999999", "Fri, 20 Nov 2126 09:00:00 GMT"])(
    "waits for the next change if its Retry-After is absurd: %s",
    async (retryAfter) => {
      await app.turn(message("meet Sprint review"));
      app.connector.fail("PUT", { status: 429, retryAfter });
      await app.turn(message("rename Retro"));
      expect(app.connector.attempts.PUT).toBe(1);
      expect(gaveUp()).toMatchObject([{ level: 50, status: 429 }]);
    },
  );

  it("is given up in the end, and updated at the next change", async () => {
    await app.turn(message("meet Sprint review"));
    app.connector.fail("PUT", 500);
    await changeInVain();
    for (const [index, ms] of CARD_UPDATES.againAfterMs.entries()) {
      await app.clock.waitForSleep(ms);
      expect(app.connector.attempts.PUT).toBe(index + 1);
      await app.clock.advance(ms);
    }
    await app.turn(message("help"));
    expect(app.connector.attempts.PUT).toBe(CARD_UPDATES.againAfterMs.length + 1);
    expect(gaveUp()).toMatchObject([{ level: 50, status: 500 }]);
    expect(await rowIds()).toContain("sent-1");

    app.connector.fail("PUT", 200, 0);
    await app.turn(message("rename Demo day"));
    expect(updates().map(({ id }) => id)).toContain("sent-1");
  });

  it.each([
    ["rename Retro", "rename Demo day", "Demo day"],
    ["invite ana@contoso.com", "invite bo@contoso.com", "Bo"],
  ])(
    "isn't updated again if a later change was shown on it: %s, then %s",
    async (one, two, name) => {
      await app.turn(message("meet Sprint review"));
      app.connector.fail("PUT", 503, 1);
      await changeInVain(one);
      await app.post(message(two));
      const shown = await app.connector.waitFor(
        ({ id, method }) => method === "PUT" && id === "sent-1",
      );
      expect(textOf(cardOf(shown))).toContain(name);
      await app.clock.advance(ALL_RETRIES_MS);
      await app.turn(message("help"));
      expect(updates().filter(({ id }) => id === "sent-1")).toHaveLength(1);
      expect(gaveUp()).toEqual([]);
    },
  );

  it("isn't updated again if another process has changed the meeting", async () => {
    await app.turn(message("meet Sprint review"));
    app.connector.fail("PUT", 503, 1);
    await changeInVain();
    const other = await startApp({ store: app.store, cloud: app.cloud });
    await other.turn(message("rename Demo day"));
    await app.clock.advance(ALL_RETRIES_MS);
    await app.turn(message("help"));
    expect(updates().map((update) => nameOn(update).includes("Demo day"))).toEqual([true]);
    await other.stop();
  });

  it("isn't waited for when the process stops", async () => {
    await app.turn(message("meet Sprint review"));
    app.connector.fail("PUT", 500);
    await changeInVain();
    app.beginShutdown(0);
    await app.clock.advance(0);
    await app.turn(message("help"));
    expect(app.connector.attempts.PUT).toBe(1);
    expect(gaveUp()).toHaveLength(1);
  });

  it.each([403, 404, 405, 410])(
    "after %d is dropped from the record: it's gone",
    async (status) => {
      await app.turn(message("meet Sprint review"));
      app.connector.fail("PUT", status);
      await app.turn(message("rename Retro"));
      expect(app.connector.attempts.PUT).toBe(1);
      expect(await rowIds()).toEqual(["sent-2"]);
    },
  );

  it.each([400, 401, 413])("after %d stays as it is until the next change", async (status) => {
    await app.turn(message("meet Sprint review"));
    app.connector.fail("PUT", status);
    await app.turn(message("rename Retro"));
    expect(app.connector.attempts.PUT).toBe(1);
    expect(await rowIds()).toEqual(["sent-1", "sent-2"]);
    expect(gaveUp()).toMatchObject([{ status }]);
  });
});

describe("many posted cards", () => {
  const app = useApp({ hasConversationLimits: true });

  it("are updated five a second, because Teams accepts seven messages", async () => {
    for (let count = 0; count < 12; count += 1) await app.turn(message("meet Sprint review"));
    const renaming = app.turn(message("rename Retro"));
    for (const expected of [5, 10]) {
      while (app.connector.attempts.PUT < expected) await new Promise(setImmediate);
      await app.clock.waitForSleep(1_000);
      expect(app.connector.attempts.PUT).toBe(expected);
      await app.clock.advance(1_000);
    }
    await renaming;
    expect(app.connector.attempts.PUT).toBe(12);
  });

  it("show only the last of several changes that wait", async () => {
    const cardCount = 6;
    const names = ["Retro", "Planning", "Demo", "Review"];
    for (let count = 0; count < cardCount; count += 1) await app.turn(message("meet"));
    const renaming = names.map((name) => app.turn(message(`rename ${name}`)));
    await app.clock.runUntil(Promise.all(renaming));
    expect(app.connector.attempts.PUT).toBeLessThan(names.length * cardCount);
    const latest = new Map(app.connector.sent.map(({ id, activity }) => [id, activity]));
    const shown = [...latest.values()].map((activity) =>
      names.filter((name) => JSON.stringify(activity).includes(`"text":"${name}"`)),
    );
    expect(shown).toHaveLength(cardCount + names.length);
    expect(new Set(shown.flat()).size).toBe(1);
  });
});
