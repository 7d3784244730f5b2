import { createSecretKey } from "node:crypto";
import type { AdaptiveCard } from "../../../bot/cards/elements/adaptive-card";
import { createMemoryStore } from "../../../src/storage/memory-store";
import { ada, bo, chen, design, extensionInvoke, message } from "../../support/activities";
import { cardOf, textOf } from "../../support/cards";
import {
  dialogOf,
  fieldsOf,
  openMeet,
  pressBelow,
  submitDialog,
  pressInDialog,
  previewOf,
  submitMeet,
  messageTextOf,
} from "../../support/extension";
import { linkOf, plan } from "../../support/meeting";
import { press } from "../../support/press";
import { startApp } from "../../support/start-app";
import { SEALING_KEY } from "../../support/test-config";
import { useApp } from "../../support/use-app";

describe("Send and Edit", () => {
  const ROOT = "1759881511856";

  const app = useApp();

  async function preview(
    entered: Record<string, string> = { topic: "Sprint review" },
    options: Parameters<typeof submitMeet>[2] = {},
  ): Promise<AdaptiveCard> {
    return previewOf((await submitMeet(app, entered, options)).answer);
  }

  describe("a posted card", () => {
    it("is from the bot on behalf of the person, and mentions the invited people", async () => {
      const shown = await preview({ topic: "Sprint review", people: `${bo.aadId},${chen.aadId}` });
      const { sent, answer } = await app.turn(pressBelow(shown, "send"));
      expect(answer.body).toEqual({
        composeExtension: { type: "result", attachmentLayout: "list", attachments: [] },
      });
      expect(sent).toHaveLength(1);
      expect(sent[0]?.activity).toMatchObject({
        type: "message",
        summary: expect.stringContaining("Sprint review"),
        channelData: {
          onBehalfOf: [
            { itemid: 0, mentionType: "person", mri: ada.teamsId, displayName: ada.name },
          ],
        },
      });
      const posted = cardOf(sent[0]);
      const told = posted.msteams?.entities?.map(({ mentioned }) => mentioned.id);
      expect(told).toEqual([bo.aadId, chen.aadId]);
      expect(textOf(posted)).toContain("Sprint review");
      expect(JSON.stringify(posted)).not.toContain('"preview"');
    });

    it("is updated in place when the meeting is renamed, moved and cancelled", async () => {
      const { sent } = await app.turn(pressBelow(await preview(), "send"));
      const id = sent[0]?.id;
      const renamed = await app.turn(message("rename Retrospective", { from: bo }));
      const update = renamed.sent.find(({ method }) => method === "PUT");
      expect(update?.id).toBe(id);
      expect(textOf(cardOf(update))).toContain("Retrospective");

      const asked = await app.turn(message("cancel"));
      const cancelled = await app.turn(press(asked.sent[0], "Cancel meeting"));
      const last = cancelled.sent.find((one) => one.method === "PUT" && one.id === id);
      expect(textOf(cardOf(last))).toContain("Cancelled by");
    });

    it("in a reply thread is updated in the thread", async () => {
      const shown = await preview({ topic: "Sprint review" }, { root: ROOT });
      const { sent } = await app.turn(pressBelow(shown, "send", { root: ROOT }));
      const renamed = await app.turn(message("rename Retrospective", { from: bo }));
      const update = renamed.sent.find(({ method }) => method === "PUT");
      expect(update?.id).toBe(sent[0]?.id);
      expect(decodeURIComponent(update?.path ?? "")).toContain(`;messageid=${ROOT}`);
    });

    it("mentions the people invited by Update", async () => {
      await app.turn(message(plan));
      const { answer } = await submitMeet(app, { people: bo.aadId });
      const updated = await app.turn(pressInDialog(dialogOf(answer), "Update"));
      const { sent } = await app.turn(pressBelow(previewOf(updated.answer), "send"));
      const told = cardOf(sent[0]).msteams?.entities?.map(({ mentioned }) => mentioned.id);
      expect(told).toEqual([bo.aadId]);
    });

    it("shows the current meeting after a rename", async () => {
      const shown = await preview();
      await app.turn(message("rename Retrospective", { from: bo }));
      const { sent } = await app.turn(pressBelow(shown, "send"));
      expect(textOf(cardOf(sent[0]))).toContain("Retrospective");
      expect(textOf(cardOf(sent[0]))).not.toContain("Sprint review");
    });

    it("shows the time that was entered", async () => {
      const entered = { topic: "Sprint review", day: "2026-11-24", time: "15:00" };
      const { sent } = await app.turn(pressBelow(await preview(entered), "send"));
      expect(textOf(cardOf(sent[0]))).toMatch(/^Sprint review\nTue, Nov 24 · 3:00–4:00 PM CET$/m);
    });

    it("shows the new link if the meeting got one in the meantime", async () => {
      const shown = await preview();
      const asked = await app.turn(message("new"));
      await app.turn(press(asked.sent[0], "Create new link"));
      const { sent } = await app.turn(pressBelow(shown, "send"));
      const posted = cardOf(sent[0]);
      expect(linkOf(posted)).not.toBe(linkOf(shown));
      expect(linkOf(posted)).toBe(app.cloud.meetings().at(-1)?.joinWebUrl);
      expect(textOf(posted)).not.toContain("nothing was changed");
    });

    it("isn't posted if the meeting was cancelled in the meantime", async () => {
      const shown = await preview();
      const asked = await app.turn(message("cancel"));
      await app.turn(press(asked.sent[0], "Cancel meeting"));
      const { sent, answer, graphRequests } = await app.turn(pressBelow(shown, "send"));
      expect(messageTextOf(answer)).toContain("cancelled in the meantime");
      expect(sent).toEqual([]);
      expect(graphRequests).toEqual([]);
    });
  });

  describe("a preview is sent", () => {
    it("once", async () => {
      const shown = await preview();
      await app.turn(pressBelow(shown, "send"));
      const again = await app.turn(pressBelow(shown, "send"));
      expect(messageTextOf(again.answer)).toContain("already posted");
      expect(again.sent).toEqual([]);
    });

    it("once, even if pressed twice at once", async () => {
      const shown = await preview();
      const pressed = [pressBelow(shown, "send"), pressBelow(shown, "send")];
      await Promise.all(pressed.map((one) => app.turn(one)));
      expect(app.connector.sent).toHaveLength(1);
    });

    it("once, across two processes and a restart", async () => {
      const shown = await preview();
      const others = [await startApp({ store: app.store }), await startApp({ store: app.store })];
      const apps = [app, ...others];
      await Promise.all(apps.map((one) => one.turn(pressBelow(shown, "send"))));
      await others[1]?.turn(pressBelow(shown, "send"));
      for (const one of others) await one.stop();
      expect(apps.flatMap(({ connector }) => connector.sent)).toHaveLength(1);
    });

    it("once, even after the meeting was renamed, moved and got another link", async () => {
      const shown = await preview();
      await app.turn(pressBelow(shown, "send"));
      await app.turn(message("rename Retrospective"));
      await app.turn(message("move tomorrow 5pm"));
      const asked = await app.turn(message("new"));
      await app.turn(press(asked.sent[0], "Create new link"));
      const again = await app.turn(pressBelow(shown, "send"));
      expect(messageTextOf(again.answer)).toContain("already posted");
      expect(again.sent).toEqual([]);
    });

    it("only by the person who filled in the dialog", async () => {
      const shown = await preview();
      for (const action of ["send", "edit"] as const) {
        const { answer, sent } = await app.turn(pressBelow(shown, action, { from: bo }));
        expect(messageTextOf(answer)).toContain("Only the person who opened this dialog");
        expect(sent).toEqual([]);
      }
    });

    it("only in its conversation", async () => {
      const shown = await preview();
      for (const place of [design, "nowhere" as const]) {
        const { answer, sent } = await app.turn(pressBelow(shown, "send", { in: place }));
        expect(messageTextOf(answer)).toContain("only in the same channel or chat");
        expect(sent).toEqual([]);
      }
    });

    it("in any thread of its channel", async () => {
      const shown = await preview();
      const { sent } = await app.turn(pressBelow(shown, "send", { root: ROOT }));
      expect(sent).toHaveLength(1);
    });

    it("within the hour", async () => {
      const shown = await preview();
      await app.clock.advance(3_600_000 - 1);
      const other = await preview();
      const { sent } = await app.turn(pressBelow(shown, "send"));
      expect(sent).toHaveLength(1);
      await app.clock.advance(3_600_000);
      const late = await app.turn(pressBelow(other, "send"));
      expect(messageTextOf(late.answer)).toContain("expired after an hour");
      expect(late.sent).toEqual([]);
    });
  });

  describe("when Teams rejects the card", () => {
    it("reports a definite failure, and Send works again", async () => {
      const shown = await preview();
      app.connector.fail("POST", 403, 1);
      const failed = await app.turn(pressBelow(shown, "send"));
      expect(messageTextOf(failed.answer)).toContain("couldn’t post its card");
      expect(failed.sent).toEqual([]);
      const again = await app.turn(pressBelow(shown, "send"));
      expect(again.sent).toHaveLength(1);
      expect(again.graphRequests).toEqual([]);
    });

    it("reports an uncertain result, and doesn't post twice", async () => {
      const shown = await preview();
      app.connector.fail("POST", 502, 1);
      const failed = await app.turn(pressBelow(shown, "send"));
      expect(messageTextOf(failed.answer)).toContain("didn’t confirm that its card was posted");
      const again = await app.turn(pressBelow(shown, "send"));
      expect(messageTextOf(again.answer)).toContain("already posted");
      expect(again.sent).toEqual([]);
    });
  });
});

describe("forged previews", () => {
  const app = useApp();

  async function preview(options: Parameters<typeof submitMeet>[2] = {}): Promise<AdaptiveCard> {
    return previewOf((await submitMeet(app, { topic: "Sprint review" }, options)).answer);
  }

  /** The response to an action below a preview. */
  function sendBack(botActivityPreview: unknown, action: "send" | "edit" = "send") {
    const about = { commandId: "meet", commandContext: "compose" };
    const value = { ...about, botMessagePreviewAction: action, botActivityPreview };
    return extensionInvoke("submitAction", value);
  }

  /** The card with every value of this property replaced. */
  function withEvery(card: AdaptiveCard, name: string, value: string): AdaptiveCard {
    const text = JSON.stringify(card, (key, old: unknown) => (key === name ? value : old));
    return JSON.parse(text) as AdaptiveCard;
  }

  function valuesOf(card: AdaptiveCard, name: string): string[] {
    const found: string[] = [];
    JSON.stringify(card, (key, value: unknown) => {
      if (key === name && typeof value === "string") found.push(value);
      return value;
    });
    return found;
  }

  it("ignores changes to the preview's content", async () => {
    const shown = await preview();
    const other = previewOf((await submitMeet(app, {}, { from: bo, in: design })).answer);
    const [otherRef = ""] = valuesOf(other, "ref");
    const edited = ["text", "title", "url", "summary", "fallbackText"].reduce(
      (card, name) => withEvery(card, name, "https://evil.example/Forged"),
      withEvery(shown, "ref", otherRef),
    );
    const { sent } = await app.turn(pressBelow(edited, "send"));
    expect(sent).toHaveLength(1);
    expect(JSON.stringify(sent[0])).not.toMatch(/evil|Forged/);
    expect(linkOf(cardOf(sent[0]))).toBe(linkOf(shown));
    expect(textOf(cardOf(sent[0]))).toContain("Sprint review");
  });

  describe("posts and edits nothing for", () => {
    it.each<[string, (shown: AdaptiveCard) => AdaptiveCard | Promise<AdaptiveCard>]>([
      ["another person's preview", () => preview({ from: bo })],
      ["another conversation's preview", () => preview({ in: design })],
      ["a preview without its token", (shown) => withEvery(shown, "preview", "")],
      ["a damaged token", (shown) => withEvery(shown, "preview", "AAAA")],
      [
        "a meeting token as the preview's token",
        (shown) => withEvery(shown, "preview", valuesOf(shown, "ref")[0] ?? ""),
      ],
      [
        "an offer as the preview's token",
        async (shown) => {
          const [offer = ""] = valuesOf(dialogOf(await app.post(openMeet())), "offer");
          return withEvery(shown, "preview", offer);
        },
      ],
    ])("%s", async (_, toForged) => {
      const forged = await toForged(await preview());
      for (const action of ["send", "edit"] as const) {
        const { answer, sent, graphRequests } = await app.turn(pressBelow(forged, action));
        expect(messageTextOf(answer)).toContain("Open the dialog yourself.");
        expect(sent).toEqual([]);
        expect(graphRequests).toEqual([]);
      }
    });

    it.each([
      ["nothing", undefined],
      ["null", null],
      ["a text", "preview"],
      ["a number", 7],
      ["an empty list", []],
      ["a list of empty values", [null, undefined, 0]],
      ["a preview that isn't text", { preview: { preview: 1 } }],
      ["deep nesting", JSON.parse(`${'{"a":['.repeat(1500)}0${"]}".repeat(1500)}`)],
      ["200 KB", { preview: "x".repeat(200_000) }],
      [
        "200 KB of fields",
        Object.fromEntries(Array.from({ length: 9000 }, (_, n) => [`f${n}`, [n]])),
      ],
      ["hostile names", JSON.parse('{"__proto__":{"preview":"x"},"constructor":{"preview":"y"}}')],
    ])("%s", async (_, garbage) => {
      for (const action of ["send", "edit"] as const) {
        const { answer, sent } = await app.turn(sendBack(garbage, action));
        expect(messageTextOf(answer)).toContain("Open the dialog yourself.");
        expect(sent).toEqual([]);
      }
    });
  });

  it("ignores an unknown action below a preview", async () => {
    const shown = await preview();
    const pressed = pressBelow(shown, "send");
    const value = { ...(pressed.value as object), botMessagePreviewAction: "send-twice" };
    const { answer, sent } = await app.turn({ ...pressed, value });
    messageTextOf(answer);
    expect(sent).toEqual([]);
  });

  it("limits a preview's token to its meeting: no button of a card accepts it", async () => {
    const [sealed = ""] = valuesOf(await preview(), "preview");
    const dialog = dialogOf(await app.post(openMeet({ from: bo })));
    const forged = { verb: "update", ref: sealed, offer: sealed };
    const { answer, graphRequests } = await app.turn(submitDialog(dialog, forged, { from: bo }));
    messageTextOf(answer);
    expect(graphRequests).toEqual([]);
  });

  it("keeps a preview under 28 KB with the longest entries, and can send and edit it", async () => {
    const entered = {
      topic: Array.from({ length: 1000 }, (_, n) =>
        String.fromCodePoint(0x4e00 + ((n * 7919) % 20_000)),
      ).join(""),
      addresses: Array.from(
        { length: 44 },
        (_, n) => `${n}${(n * 7919).toString(36).repeat(8)}@contoso${n}.example.com`,
      ).join(", "),
      people: [ada, bo].map(({ aadId }) => aadId).join(","),
    };
    const shown = previewOf((await submitMeet(app, entered)).answer);
    expect(Buffer.byteLength(JSON.stringify(shown))).toBeLessThan(28_000);
    const edited = dialogOf(await app.post(pressBelow(shown, "edit")));
    expect(submitDialog(edited).value.data).toMatchObject(entered);
    const { sent } = await app.turn(pressBelow(shown, "send"));
    expect(sent).toHaveLength(1);
  });

  it("cuts entries beyond the limits, and the preview still works", async () => {
    const noise = Array.from({ length: 5000 }, (_, n) =>
      String.fromCodePoint(0x4e00 + ((n * 7919) % 20_000)),
    ).join("");
    const { answer } = await submitMeet(app, { topic: noise, people: noise });
    const { sent } = await app.turn(pressBelow(previewOf(answer), "send"));
    expect(sent).toHaveLength(1);
  });
});

describe("outcomes of the dialog", () => {
  const entered = {
    topic: "Zebra crossing",
    day: "2026-11-25",
    time: "10:15",
    minutes: "30",
    addresses: "yeti@contoso.com",
    room: "design",
  };

  const app = useApp();

  function fault(how: object, times = 1): void {
    app.cloud.addFault({ match: "createOrGet", times, ...how });
  }

  describe("shows the dialog again with all entries, and says why, when", () => {
    const policy = { error: { code: "Forbidden", message: "No application access policy found" } };

    it.each<[string, () => void, string]>([
      ["Graph fails", () => fault({ status: 500 }, 3), "couldn’t reach Teams"],
      [
        "Graph is throttled",
        () => fault({ status: 429, headers: { "retry-after": "120" } }),
        "in 2 minutes",
      ],
      ["the policy is missing", () => fault({ status: 403, body: policy }), "your admin"],
      ["Graph cuts the connection", () => fault({ drop: true }, 3), "couldn’t reach Teams"],
      [
        "Graph answers without a meeting",
        () => fault({ status: 200, body: {} }),
        "didn’t return a meeting link that works",
      ],
      [
        "Graph doesn't let the person host",
        () => void (app.cloud.settings.unlicensedUsers = [ada.aadId]),
        "guests and people without a Teams license",
      ],
    ])("%s", async (_, prepare, told) => {
      prepare();
      const { answer, sent } = await submitMeet(app, entered);
      const dialog = dialogOf(answer);
      expect(textOf(dialog)).toContain(told);
      expect(textOf(dialog)).toContain("Reference for support");
      expect(fieldsOf(dialog)).toEqual(entered);
      expect(sent).toEqual([]);
      expect(app.cloud.meetings()).toEqual([]);
    });

    it("accepts the same submission once Graph recovers", async () => {
      fault({ status: 500 }, 3);
      const failed = dialogOf((await submitMeet(app, entered)).answer);
      const { answer } = await app.turn(submitDialog(failed));
      expect(textOf(previewOf(answer))).toContain(entered.topic);
    });

    it.each(["fr-FR", "ja-JP", "ru-RU", "zh-CN"])(
      "in the person's language: %s",
      async (locale) => {
        fault({ status: 500 }, 3);
        const dialog = dialogOf(await app.post(openMeet({ locale })));
        const [submitButton] = dialog.body.flatMap((element) =>
          element.type === "ActionSet" ? element.actions : [],
        );
        const pressed = pressInDialog(dialog, submitButton?.title ?? "", entered, { locale });
        const again = dialogOf((await app.turn(pressed)).answer);
        expect(fieldsOf(again)).toEqual(entered);
        expect(textOf(again)).not.toContain("Nothing is lost");
      },
    );
  });

  it("reports a store failure with all entries, and Send posts nothing", async () => {
    const store = createMemoryStore();
    let isBroken = false;
    await app.restart({
      store: {
        ...store,
        records: {
          ...store.records,
          async get(key) {
            if (isBroken) throw new Error("secret-of-the-store");
            return store.records.get(key);
          },
        },
      },
    });
    const dialog = dialogOf(await app.post(openMeet()));
    const preview = previewOf((await submitMeet(app)).answer);
    isBroken = true;
    expect(messageTextOf(await app.post(openMeet()))).toContain("Reference for support");
    const again = dialogOf((await app.turn(submitDialog(dialog, entered))).answer);
    expect(fieldsOf(again)).toEqual(entered);
    expect(JSON.stringify(again)).not.toContain("secret-of-the-store");
    const { answer, sent } = await app.turn(pressBelow(preview, "send"));
    expect(messageTextOf(answer)).toContain("Reference for support");
    expect(sent).toEqual([]);
  });

  it("keeps texts and names out of the log", async () => {
    const messagePayload = {
      body: { contentType: "html", content: "<p>Quagga budget</p>" },
      from: { user: { id: bo.aadId, displayName: bo.name } },
      mentions: [],
    };
    const opened = dialogOf(await app.post(openMeet({}, { messagePayload })));
    await app.turn(submitDialog(opened, { ...entered, day: "x" }));
    const { answer } = await app.turn(submitDialog(opened, { ...entered, room: "" }));
    const preview = previewOf(answer);
    app.connector.fail("POST", 500, 1);
    await app.turn(pressBelow(preview, "send"));
    await app.turn(pressBelow(preview, "send"));
    await app.turn(pressBelow(preview, "edit"));
    app.connector.fail("GET", 500);
    app.cloud.addFault({ match: "createOrGet", times: 3, status: 500 });
    await app.turn(submitDialog(opened, { ...entered, people: bo.aadId, room: "xylophone" }));
    expect(app.log.length).toBeGreaterThan(3);
    const log = JSON.stringify(app.log);
    expect(log).not.toMatch(/zebra|yeti|quagga|xylophone|nilsson|lovelace/i);
  });

  it("sends a preview whose token uses the previous key", async () => {
    const preview = previewOf((await submitMeet(app)).answer);
    const newer = createSecretKey(Buffer.alloc(32, 9));
    const rotated = await startApp({
      store: app.store,
      config: { sealingKeys: [newer, SEALING_KEY] },
    });
    const { sent } = await rotated.turn(pressBelow(preview, "send"));
    await rotated.stop();
    expect(sent).toHaveLength(1);
  });

  it("shows the subject in the dialog as plain text", async () => {
    await app.turn(message(plan));
    await app.turn(message('rename "<at>Bo</at> **now** [x](https://evil.example)"'));
    const dialog = dialogOf(await app.post(openMeet()));
    expect(JSON.stringify(dialog)).not.toContain('"TextBlock"');
  });
});
