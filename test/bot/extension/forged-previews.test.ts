import type { AdaptiveCard } from "../../../bot/cards/adaptive-card";
import { ada, bo, design, extensionInvoke } from "../../support/activities";
import { cardOf, textOf } from "../../support/cards";
import {
  dialogOf,
  openMeet,
  pressBelow,
  pressInDialog,
  previewOf,
  submitMeet,
  wordsOf,
} from "../../support/extension";
import { linkOf } from "../../support/meeting";
import { useApp } from "../../support/use-app";

const app = useApp();

async function preview(options: Parameters<typeof submitMeet>[2] = {}): Promise<AdaptiveCard> {
  return previewOf((await submitMeet(app, { topic: "Sprint review" }, options)).answer);
}

/** What comes back below a preview, whatever it is. */
function sendBack(botActivityPreview: unknown, action: "send" | "edit" = "send") {
  const about = { commandId: "meet", commandContext: "compose" };
  const value = { ...about, botMessagePreviewAction: action, botActivityPreview };
  return extensionInvoke("submitAction", value);
}

/** The card with every value of this name replaced. */
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

it("what was written into the preview is not what is posted", async () => {
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

describe("nothing is posted, and nothing edited, by", () => {
  it.each<[string, (shown: AdaptiveCard) => AdaptiveCard | Promise<AdaptiveCard>]>([
    ["another person's preview", () => preview({ from: bo })],
    ["another conversation's preview", () => preview({ in: design })],
    ["a preview without a seal", (shown) => withEvery(shown, "preview", "")],
    ["a damaged seal", (shown) => withEvery(shown, "preview", "AAAA")],
    [
      "a reference in the place of the seal",
      (shown) => withEvery(shown, "preview", valuesOf(shown, "ref")[0] ?? ""),
    ],
    [
      "an offer in the place of the seal",
      async (shown) => {
        const [offer = ""] = valuesOf(dialogOf(await app.post(openMeet())), "offer");
        return withEvery(shown, "preview", offer);
      },
    ],
  ])("%s", async (_, toForged) => {
    const forged = await toForged(await preview());
    for (const action of ["send", "edit"] as const) {
      const { answer, sent, graphRequests } = await app.turn(pressBelow(forged, action));
      expect(wordsOf(answer)).toContain("Nothing was posted.");
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
    ["a list of nothings", [null, undefined, 0]],
    ["a preview that is no text", { preview: { preview: 1 } }],
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
      expect(wordsOf(answer)).toContain("Nothing was posted.");
      expect(sent).toEqual([]);
    }
  });
});

it("an unknown action below a preview is none", async () => {
  const shown = await preview();
  const pressed = pressBelow(shown, "send");
  const value = { ...(pressed.value as object), botMessagePreviewAction: "send-twice" };
  const { answer, sent } = await app.turn({ ...pressed, value });
  wordsOf(answer);
  expect(sent).toEqual([]);
});

it("a preview stands for its meeting only: no button of a card takes it for a reference or an offer", async () => {
  const [sealed = ""] = valuesOf(await preview(), "preview");
  const dialog = dialogOf(await app.post(openMeet({ from: bo })));
  const forged = { verb: "update", ref: sealed, offer: sealed };
  const { answer, graphRequests } = await app.turn(
    pressInDialog(dialog, "Meet", forged, { from: bo }),
  );
  wordsOf(answer);
  expect(graphRequests).toEqual([]);
});

it("a preview stays under 28 KB with all that can be entered, and is sent and edited then", async () => {
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
  expect(pressInDialog(edited, "Meet").value.data).toMatchObject(entered);
  const { sent } = await app.turn(pressBelow(shown, "send"));
  expect(sent).toHaveLength(1);
});

it("what is typed beyond all limits is cut, and the preview still works", async () => {
  const noise = Array.from({ length: 5000 }, (_, n) =>
    String.fromCodePoint(0x4e00 + ((n * 7919) % 20_000)),
  ).join("");
  const { answer } = await submitMeet(app, { topic: noise, people: noise });
  const { sent } = await app.turn(pressBelow(previewOf(answer), "send"));
  expect(sent).toHaveLength(1);
});
