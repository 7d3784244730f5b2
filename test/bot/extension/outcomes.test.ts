import { createSecretKey } from "node:crypto";
import { createMemoryStore } from "../../../src/storage/memory-store";
import { ada, bo, message } from "../../support/activities";
import { textOf } from "../../support/cards";
import {
  dialogOf,
  fieldsOf,
  openMeet,
  pressBelow,
  pressInDialog,
  previewOf,
  submitMeet,
  wordsOf,
} from "../../support/extension";
import { plan } from "../../support/meeting";
import { startApp } from "../../support/start-app";
import { SEALING_KEY } from "../../support/test-config";
import { useApp } from "../../support/use-app";

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

describe("the dialog comes again with all that was entered, and says why, when", () => {
  const policy = { error: { code: "Forbidden", message: "No application access policy found" } };

  it.each<[string, () => void, string]>([
    ["Graph fails", () => fault({ status: 500 }, 3), "Nothing is lost"],
    [
      "Graph is throttled",
      () => fault({ status: 429, headers: { "retry-after": "120" } }),
      "in 2 minutes",
    ],
    ["the policy is missing", () => fault({ status: 403, body: policy }), "Teams admin"],
    ["Graph cuts the connection", () => fault({ drop: true }, 3), "Nothing is lost"],
    [
      "Graph answers without a meeting",
      () => fault({ status: 200, body: {} }),
      "Nothing was changed",
    ],
    [
      "Graph lets the person host nothing",
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

  it("the same is submitted again once Graph is well", async () => {
    fault({ status: 500 }, 3);
    const failed = dialogOf((await submitMeet(app, entered)).answer);
    const { answer } = await app.turn(pressInDialog(failed, "Meet"));
    expect(textOf(previewOf(answer))).toContain(entered.topic);
  });

  it.each(["fr-FR", "ja-JP", "ru-RU", "zh-CN"])("in the person's language: %s", async (locale) => {
    fault({ status: 500 }, 3);
    const dialog = dialogOf(await app.post(openMeet({ locale })));
    const [submitButton] = dialog.body.flatMap((element) =>
      element.type === "ActionSet" ? element.actions : [],
    );
    const pressed = pressInDialog(dialog, submitButton?.title ?? "", entered, { locale });
    const again = dialogOf((await app.turn(pressed)).answer);
    expect(fieldsOf(again)).toEqual(entered);
    expect(textOf(again)).not.toContain("Nothing is lost");
  });
});

it("a store that fails is told, with what was entered, and Send posts nothing", async () => {
  const store = createMemoryStore();
  let isBroken = false;
  await app.restart({
    store: {
      ...store,
      async get(key) {
        if (isBroken) throw new Error("secret-of-the-store");
        return store.get(key);
      },
    },
  });
  const dialog = dialogOf(await app.post(openMeet()));
  const preview = previewOf((await submitMeet(app)).answer);
  isBroken = true;
  expect(wordsOf(await app.post(openMeet()))).toContain("Reference for support");
  const again = dialogOf((await app.turn(pressInDialog(dialog, "Meet", entered))).answer);
  expect(fieldsOf(again)).toEqual(entered);
  expect(JSON.stringify(again)).not.toContain("secret-of-the-store");
  const { answer, sent } = await app.turn(pressBelow(preview, "send"));
  expect(wordsOf(answer)).toContain("Reference for support");
  expect(sent).toEqual([]);
});

it("nothing that people said, typed or are called gets into the log", async () => {
  const messagePayload = {
    body: { contentType: "html", content: "<p>Quagga budget</p>" },
    from: { user: { id: bo.aadId, displayName: bo.name } },
    mentions: [],
  };
  const opened = dialogOf(await app.post(openMeet({}, { messagePayload })));
  await app.turn(pressInDialog(opened, "Meet", { ...entered, day: "x" }));
  const { answer } = await app.turn(pressInDialog(opened, "Meet", { ...entered, room: "" }));
  const preview = previewOf(answer);
  app.connector.fail("POST", 500, 1);
  await app.turn(pressBelow(preview, "send"));
  await app.turn(pressBelow(preview, "send"));
  await app.turn(pressBelow(preview, "edit"));
  app.connector.fail("GET", 500);
  app.cloud.addFault({ match: "createOrGet", times: 3, status: 500 });
  await app.turn(
    pressInDialog(opened, "Meet", { ...entered, people: bo.aadId, room: "xylophone" }),
  );
  expect(app.log.length).toBeGreaterThan(3);
  const log = JSON.stringify(app.log);
  expect(log).not.toMatch(/zebra|yeti|quagga|xylophone|nilsson|lovelace/i);
});

it("a preview that was sealed with the key before is still sent", async () => {
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

it("a meeting's name in the dialog is shown as text, whatever is in it", async () => {
  await app.turn(message(plan));
  await app.turn(message('rename "<at>Bo</at> **now** [x](https://evil.example)"'));
  const dialog = dialogOf(await app.post(openMeet()));
  expect(JSON.stringify(dialog)).not.toContain('"TextBlock"');
});
