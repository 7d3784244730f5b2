import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { toChangeCard } from "../../bot/cards/change-card";
import { toMeetingCard } from "../../bot/cards/meeting-card";
import { toNoticeCard } from "../../bot/cards/notice-card";
import { toPlainText } from "../../bot/cards/plain-text";
import { toRoomsCard } from "../../bot/cards/rooms-card";
import { en } from "../../bot/locales/en";
import { ALL_MESSAGES } from "../../bot/locales/messages";
import { toHostileCards } from "../bot/cards/hostile-cards";
import { SAMPLE_CARDS, toSampleCards } from "../bot/cards/sample-cards";
import {
  BERLIN,
  change,
  HOSTILE_TEXTS,
  JOIN_URL,
  meeting,
  roomRow,
} from "../bot/cards/sample-data";
import { launchChromium } from "../support/chromium";
import { type CardView, renderCard } from "../support/render-card";

const PICTURES = join(__dirname, "../../artifacts/cards");
const VIEWS: CardView[] = [
  { theme: "light", device: "desktop" },
  { theme: "light", device: "phone" },
  { theme: "dark", device: "desktop" },
  { theme: "dark", device: "phone" },
  { theme: "contrast", device: "phone" },
];

let browser: Browser;
let page: Page;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  browser = await launchChromium();
  page = await browser.newPage({ deviceScaleFactor: 2 });
}, 30_000);

afterAll(() => browser.close());

/** By how much a text or a button sticks out to the right of where the card's content ends. */
const readOverflowPx = () =>
  page.evaluate<number>(`(() => {
    const paddingPx = 16;
    const edge = document.getElementById("card").getBoundingClientRect().right - paddingPx;
    const rights = [...document.querySelectorAll("#card span, #card button")]
      .map((e) => e.getBoundingClientRect().right);
    return Math.max(document.documentElement.scrollWidth - innerWidth, ...rights.map((r) => r - edge));
  })()`);

/** By how much a text sticks out of its column. */
const readColumnOverflowPx = () =>
  page.evaluate<number>(`(() => {
    const texts = [...document.querySelectorAll("#card .ac-columnSet > div span")];
    return Math.max(0, ...texts.map((text) => {
      const column = text.closest(".ac-columnSet > div");
      return text.getBoundingClientRect().right - column.getBoundingClientRect().right;
    }));
  })()`);

const OTHER_LANGUAGES = ALL_MESSAGES.filter(({ language }) => language !== en.language);

describe.each(OTHER_LANGUAGES.map((messages) => [messages.language, messages] as const))(
  "on a phone, in %s",
  (language, messages) => {
    const reader = { locale: language, timeZone: "Europe/Berlin" };
    test.each(Object.entries(toSampleCards(messages, reader)))(
      "the card %s fits",
      async (name, card) => {
        await renderCard(page, card, { theme: "light", device: "phone" });
        await page.screenshot({ path: join(PICTURES, `${name}-${language}.png`), fullPage: true });
        expect(await readOverflowPx()).toBeLessThanOrEqual(0);
        expect(await readColumnOverflowPx()).toBeLessThanOrEqual(0);
      },
    );
  },
);

describe.each(VIEWS)("on $device, $theme", (view) => {
  test.each(Object.entries(SAMPLE_CARDS))("the card %s fits", async (name, card) => {
    await renderCard(page, card, view);
    await page.screenshot({
      path: join(PICTURES, `${name}-${view.device}-${view.theme}.png`),
      fullPage: true,
    });
    expect(await readOverflowPx()).toBeLessThanOrEqual(0);
  });
});

test.each(["desktop", "phone"] as const)(
  "on %s Join is the first of three visible buttons",
  async (device) => {
    await renderCard(page, toMeetingCard(meeting(), BERLIN, en), { theme: "light", device });
    const buttons = page.locator("#card button");
    expect(await buttons.allInnerTexts()).toEqual(["Join", "Add to calendar", "Refresh"]);
    const boxes = await Promise.all((await buttons.all()).map((button) => button.boundingBox()));
    expect(boxes.every((box) => box !== null && box.width > 40 && box.height > 24)).toBe(true);
    expect(boxes[0]?.y).toBe(boxes[1]?.y);
    expect(boxes[1]?.y).toBeLessThan(boxes[2]?.y ?? 0);
  },
);

test("on a phone what is needed rarely is behind “…”, which fits beside the others", async () => {
  const card = toMeetingCard(meeting({ hasMore: true }), BERLIN, en);
  await renderCard(page, card, { theme: "light", device: "phone" });
  const buttons = page.locator("#card button");
  expect(await buttons.allInnerTexts()).toEqual(["Join", "Add to calendar", "Refresh", "..."]);
  expect(await readOverflowPx()).toBeLessThanOrEqual(0);
  await buttons.last().click();
  expect(await page.locator(".ac-ctrl-dropdown-item").allInnerTexts()).toEqual([
    "Copy link",
    "Options",
    "New link",
    "Cancel meeting",
  ]);
});

test("the link to copy stands whole in a field with a label, and can be selected and copied", async () => {
  const card = SAMPLE_CARDS["copy-link"]!;
  await renderCard(page, card, { theme: "light", device: "phone" });
  const field = page.getByLabel("Link to copy");
  expect(await field.inputValue()).toMatch(/^https:\/\/rendezvous\.contoso\.com\/m\/A{130}$/);
  expect(await field.isEditable()).toBe(true);
});

test("every question of the options' form has its label, and every choice fits on a phone", async () => {
  await renderCard(page, SAMPLE_CARDS["options"]!, { theme: "light", device: "phone" });
  const selects = page.locator("#card select");
  expect(await selects.count()).toBe(4);
  for (const label of ["Who gets in without waiting", "Who can present", "Meeting chat"]) {
    expect(await page.getByLabel(label).count()).toBe(1);
  }
  // What a select draws beyond its edge is cut, and nothing else tells of it: so its words are measured.
  const widest = await page.evaluate<number>(`(() => {
    const context = document.createElement("canvas").getContext("2d");
    const widths = [...document.querySelectorAll("#card select")].flatMap((select) => {
      context.font = getComputedStyle(select).font;
      return [...select.options].map(({ text }) => context.measureText(text).width);
    });
    return Math.max(...widths);
  })()`);
  expect(widest).toBeLessThan(320 - 2 * 16 - 40);
});

const FORMS = ["form", "form-prefilled", "form-problems", "form-people"];

describe.each(ALL_MESSAGES.map((messages) => [messages.language, messages] as const))(
  "in the dialog, on a phone, in %s",
  (language, messages) => {
    const cards = toSampleCards(messages, { locale: language, timeZone: "Europe/Berlin" });

    test.each(FORMS)("every field of %s has its label, and what it says fits", async (name) => {
      await renderCard(page, cards[name]!, { theme: "light", device: "phone" });
      const { meetForm } = messages;
      for (const { label } of [meetForm.topic, meetForm.addresses, meetForm.room]) {
        expect(await page.getByLabel(label, { exact: true }).count()).toBe(1);
      }
      const fields = await page.evaluate<{ label: string; spareX: number }[]>(`(() => {
        const context = document.createElement("canvas").getContext("2d");
        const toText = (id) => document.getElementById(id)?.innerText ?? "";
        return [...document.querySelectorAll("#card input")].map((input) => {
          const style = getComputedStyle(input);
          context.font = style.font;
          const padding = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight) + 2;
          const placeholder = context.measureText(input.placeholder).width;
          return {
            label: (input.getAttribute("aria-labelledby") ?? "").split(" ").map(toText).join(" ").trim(),
            spareX: input.getBoundingClientRect().width - padding - placeholder,
          };
        });
      })()`);
      const picked = name === "form-people" ? 2 : 0;
      expect(fields).toHaveLength(6 + picked);
      expect(fields.filter(({ label, spareX }) => label === "" || spareX < 0)).toEqual([]);
    });
  },
);

// Cyrillic letters and capitals are wider than those of which 40 are a long word. Beyond the third length
// here, up to 39, such a word sticks out: what people copy stays as typed, for words that nobody writes.
const WORDS: [kind: string, letters: string, lengths: number[]][] = [
  [
    "german",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung",
    [24, 25, 39, 40, 120],
  ],
  ["link", "planning.example/quarterly/review/platform/budget/", [24, 25, 39, 40, 120]],
  ["russian", "человеконенавистничествоисследовательскийпроект", [24, 25, 35, 40, 120]],
  ["capitals", "QUARTERLYPLANNINGOFTHEPLATFORMGROUP", [23, 25, 29, 40, 120]],
];

describe.each(WORDS)("a long word: %s", (kind, letters, lengths) => {
  test.each(lengths)("of %i letters fits on a phone", async (length) => {
    const word = letters.repeat(5).slice(0, length);
    const card = toMeetingCard(
      meeting({
        subject: `The ${word} review`,
        organizerName: word,
        notice: { tone: "attention", text: `The ${word} is new.` },
        people: [word],
        mentions: [{ teamsId: "29:1", name: word }],
      }),
      BERLIN,
      en,
    );
    await renderCard(page, card, { theme: "light", device: "phone" });
    await page.screenshot({ path: join(PICTURES, `word-${kind}-${length}.png`), fullPage: true });
    expect(await readOverflowPx()).toBeLessThanOrEqual(0);
  });

  test.each([14, 15, ...lengths])("of %i letters fits into a phone's column", async (length) => {
    const word = letters.repeat(5).slice(0, length);
    const row = roomRow({ subject: word, room: { kind: "named", name: word } });
    const cards = [
      toRoomsCard({ rooms: [row], hiddenCount: 0, now: new Date(0) }, BERLIN, en),
      toChangeCard(change({ now: { subject: word }, asked: { subject: `a ${word}` } }), BERLIN, en),
    ];
    for (const card of cards) {
      await renderCard(page, card, { theme: "light", device: "phone" });
      expect(await readOverflowPx()).toBeLessThanOrEqual(0);
      expect(await readColumnOverflowPx()).toBeLessThanOrEqual(0);
    }
  });
});

describe.each(Object.entries(HOSTILE_TEXTS))("hostile text: %s", (name, text) => {
  const cards = toHostileCards(text, JOIN_URL);

  test.each(Object.entries(cards))(
    "on a %s card it makes no element, and fits",
    async (kind, card) => {
      await renderCard(page, card, { theme: "light", device: "phone" });
      const file = `hostile-${kind}-${name.replaceAll(" ", "-")}.png`;
      await page.screenshot({ path: join(PICTURES, file), fullPage: true });
      expect(await readOverflowPx()).toBeLessThanOrEqual(0);
      expect(
        await page
          .locator("#card")
          .locator("a, at, img, b, strong, em, i, code, h1, h2, ul, li")
          .count(),
      ).toBe(0);
    },
  );

  test("it is shown as typed", async () => {
    await renderCard(page, cards["notice"]!, { theme: "light", device: "phone" });
    const shown = await page.locator("#card .ac-richTextBlock").nth(0).innerText();
    const expected = toPlainText(text, 120);
    expect(shown.replace(/[\u200B\u2060]/gu, "")).toBe(expected);
  });
});

test.each(Object.entries(HOSTILE_TEXTS))(
  "hostile text in a mention makes one mention a person, and no other element: %s",
  async (_, name) => {
    const mentions = [1, 2].map((number) => ({ teamsId: `29:${number}`, name }));
    const card = toMeetingCard(meeting({ mentions }), BERLIN, en);
    await renderCard(page, card, { theme: "light", device: "phone" });
    const elements = (names: string) => page.locator("#card").locator(names).count();
    expect(await elements("at")).toBe(2);
    expect(await elements("a, img, b, strong, em, i, code, h1, h2, ul, li")).toBe(0);
    expect(await readOverflowPx()).toBeLessThanOrEqual(0);
  },
);

test("the Markdown of these tests does make elements of what is not protected", async () => {
  const unprotected = Object.values(HOSTILE_TEXTS).join(" ");
  const block = { type: "TextBlock", text: unprotected, wrap: true } as const;
  const card = { ...toNoticeCard({ text: "" }), body: [block] };
  await renderCard(page, card, { theme: "light", device: "phone" });
  for (const element of ["a", "img", "strong", "em", "at", "b"]) {
    expect(await page.locator(`#card ${element}`).count()).toBeGreaterThan(0);
  }
});
