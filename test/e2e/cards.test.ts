import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { toChangeCard } from "../../bot/cards/change-card";
import { toNoticeCard } from "../../bot/cards/elements/notice-card";
import { toPlainText } from "../../bot/cards/elements/text-line";
import { toRoomsCard } from "../../bot/cards/rooms-card";
import { en } from "../../bot/locales/en";
import { ALL_MESSAGES } from "../../bot/locales/messages";
import { toHostileCards } from "../bot/cards/hostile-cards";
import { SAMPLE_CARDS, toSampleCards } from "../bot/cards/sample-cards";
import {
  BERLIN,
  change,
  HOSTILE_TEXTS,
  invite,
  JOIN_URL,
  meeting,
  roomRow,
  toMeetingCard,
} from "../bot/cards/sample-data";
import { launchChromium } from "../support/chromium";
import {
  type CardFrame,
  type CardLayout,
  type CardView,
  openCardPage,
  renderCard,
  renderFrames,
  takePicture,
} from "../support/render-card";

const PICTURES = join(__dirname, "../../artifacts/cards");
const VIEWS: CardView[] = [
  { theme: "light", device: "desktop" },
  { theme: "dark", device: "desktop" },
  { theme: "light", device: "phone" },
  { theme: "dark", device: "phone" },
  { theme: "contrast", device: "phone" },
];

let browser: Browser;
let page: Page;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  browser = await launchChromium();
  page = await openCardPage(browser);
});

afterAll(() => browser?.close());

const PHONE: CardView = { theme: "light", device: "phone" };

function onPhone(cards: Readonly<Record<string, object>>): Record<string, CardFrame> {
  const frames = Object.entries(cards).map(
    ([name, card]) => [name, { card, view: PHONE }] as const,
  );
  return Object.fromEntries(frames);
}

/** Lays out the frames before the tests of its `describe`, and saves one picture of all. */
function useLayouts(frames: Readonly<Record<string, CardFrame>>, picture: string) {
  let layouts: Record<string, CardLayout>;
  beforeAll(async () => {
    layouts = await renderFrames(page, frames);
    await takePicture(page, join(PICTURES, `${picture}.png`));
  });
  return { layoutOf: (name: string) => layouts[name]! };
}

const OTHER_LANGUAGES = ALL_MESSAGES.filter(({ language }) => language !== en.language);
const TRANSLATED_CARDS = OTHER_LANGUAGES.map((messages) => {
  const { language } = messages;
  const viewer = { locale: language, timeZone: "Europe/Berlin" };
  return { language, cards: toSampleCards(messages, viewer) };
});

describe.each(Object.entries(SAMPLE_CARDS))("the card %s fits", (name, card) => {
  const inEnglish = VIEWS.map((view) => [`${view.device}, ${view.theme}`, { card, view }] as const);
  const translated = TRANSLATED_CARDS.map(
    ({ language, cards }) => [language, { card: cards[name]!, view: PHONE }] as const,
  );
  const { layoutOf } = useLayouts(Object.fromEntries([...inEnglish, ...translated]), name);

  test.each(inEnglish)("on %s", (view) => {
    expect(layoutOf(view).overflowPx).toBeLessThanOrEqual(0);
  });

  test.each(translated)("on a phone, in %s", (language) => {
    const { overflowPx, columnOverflowPx } = layoutOf(language);
    expect(overflowPx).toBeLessThanOrEqual(0);
    expect(columnOverflowPx).toBeLessThanOrEqual(0);
  });
});

test.each(["desktop", "phone"] as const)(
  "on %s Join is the first of three buttons, and the menu follows the last",
  async (device) => {
    await renderCard(page, toMeetingCard(meeting(), BERLIN), { theme: "light", device });
    const buttons = page.locator(".card button");
    expect(await buttons.allInnerTexts()).toEqual(["Join", "Refresh", "Calendar", "..."]);
    const boxes = await Promise.all((await buttons.all()).map((button) => button.boundingBox()));
    const named = boxes.slice(0, 3);
    expect(named.every((box) => box !== null && box.width > 40 && box.height > 24)).toBe(true);
    expect(new Set(boxes.map((box) => box?.y)).size).toBe(1);
  },
);

test("on a phone, rare actions are behind “…”, which fits next to the other buttons", async () => {
  const card = toMeetingCard(meeting(), BERLIN);
  const { overflowPx } = await renderCard(page, card, PHONE);
  const buttons = page.locator(".card button");
  expect(await buttons.allInnerTexts()).toEqual(["Join", "Refresh", "Calendar", "..."]);
  expect(overflowPx).toBeLessThanOrEqual(0);
  await buttons.last().click();
  expect(await page.locator(".ac-ctrl-dropdown-item").allInnerTexts()).toEqual([
    "Copy link",
    "Edit",
    "Options",
    "New link",
    "Cancel meeting",
  ]);
});

test("the link to copy is in a labeled field, complete and selectable", async () => {
  const card = SAMPLE_CARDS["copy-link"]!;
  await renderCard(page, card, PHONE);
  const field = page.getByLabel("Copy this link");
  expect(await field.inputValue()).toMatch(/^https:\/\/rendezvous\.contoso\.com\/m\/A{130}$/);
  expect(await field.isEditable()).toBe(true);
});

test("every field of the options form has a label, and every choice fits on a phone", async () => {
  await renderCard(page, SAMPLE_CARDS["options"]!, PHONE);
  const selects = page.locator(".card select");
  expect(await selects.count()).toBe(4);
  for (const label of ["Who can bypass the lobby", "Who can present", "Meeting chat"]) {
    expect(await page.getByLabel(label).count()).toBe(1);
  }
  // A select cuts off text without overflowing, so measure its choices.
  const widest = await page.evaluate<number>(`(() => {
    const context = document.createElement("canvas").getContext("2d");
    const widths = [...document.querySelectorAll(".card select")].flatMap((select) => {
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

    test.each(FORMS)("every field of %s has a label, and its text fits", async (name) => {
      await renderCard(page, cards[name]!, PHONE);
      const { meetForm } = messages;
      for (const { label } of [meetForm.topic, meetForm.addresses, meetForm.room]) {
        expect(await page.getByLabel(label, { exact: true }).count()).toBe(1);
      }
      const fields = await page.evaluate<{ label: string; spareX: number }[]>(`(() => {
        const context = document.createElement("canvas").getContext("2d");
        const toText = (id) => document.getElementById(id)?.innerText ?? "";
        return [...document.querySelectorAll(".card input")].map((input) => {
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
      // Checkboxes for the picked people, and fields for another duration and rule.
      const more = { "form-people": 2, "form-problems": 2 }[name] ?? 0;
      expect(fields).toHaveLength(5 + more);
      expect(fields.filter(({ label, spareX }) => label === "" || spareX < 0)).toEqual([]);
    });
  },
);

// Words of 40 letters are split. Cyrillic letters and capitals are wider, so shorter words can overflow too
// (above the third length here). They aren't split, because people copy text, and real words aren't that
// long.
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
  const columnLengths = [14, 15, ...lengths];
  const toWord = (length: number) => letters.repeat(5).slice(0, length);
  const toWordCard = (word: string) =>
    toMeetingCard(
      meeting({
        subject: `The ${word} review`,
        organizerName: word,
        notice: { tone: "attention", text: `The ${word} is new.` },
        people: invite(word),
        mentions: [{ teamsId: "29:1", name: word }],
      }),
      BERLIN,
    );
  const toRooms = (word: string) => {
    const row = roomRow({ subject: word, room: { kind: "named", name: word } });
    return toRoomsCard(
      { rooms: [row], hiddenCount: 0, isChannel: true, now: new Date(0), buttons: [] },
      BERLIN,
    );
  };
  const toChange = (word: string) =>
    toChangeCard(change({ now: { subject: word }, asked: { subject: `a ${word}` } }), BERLIN);
  const cards = Object.fromEntries([
    ...lengths.map((length) => [`meeting-${length}`, toWordCard(toWord(length))]),
    ...columnLengths.flatMap((length) => [
      [`rooms-${length}`, toRooms(toWord(length))],
      [`change-${length}`, toChange(toWord(length))],
    ]),
  ]);
  const { layoutOf } = useLayouts(onPhone(cards), `word-${kind}`);

  test.each(lengths)("of %i letters fits on a phone", (length) => {
    expect(layoutOf(`meeting-${length}`).overflowPx).toBeLessThanOrEqual(0);
  });

  test.each(columnLengths)("of %i letters fits in a column on a phone", (length) => {
    for (const name of [`rooms-${length}`, `change-${length}`]) {
      const { overflowPx, columnOverflowPx } = layoutOf(name);
      expect(overflowPx).toBeLessThanOrEqual(0);
      expect(columnOverflowPx).toBeLessThanOrEqual(0);
    }
  });
});

/** Elements that Markdown and HTML in a text would become, and a card's own layout never uses. */
const TEXT_ELEMENTS = ["a", "img", "b", "strong", "em", "i", "code", "h1", "h2", "ul", "li"];

describe.each(Object.entries(HOSTILE_TEXTS))("hostile text: %s", (name, text) => {
  const cards = toHostileCards(text, JOIN_URL);
  const mentions = [1, 2].map((number) => ({ teamsId: `29:${number}`, name: text }));
  const mentioned = toMeetingCard(meeting({ mentions }), BERLIN);
  const { layoutOf } = useLayouts(
    onPhone({ ...cards, mentioned }),
    `hostile-${name.replaceAll(" ", "-")}`,
  );

  test.each(Object.keys(cards))("on a %s card it creates no element, and fits", (kind) => {
    const { overflowPx, elements } = layoutOf(kind);
    expect(overflowPx).toBeLessThanOrEqual(0);
    expect(elements.filter((element) => [...TEXT_ELEMENTS, "at"].includes(element))).toEqual([]);
  });

  test("it is shown as typed", async () => {
    const notice = page.locator("[data-name=notice]");
    const shown = await notice.locator(".ac-richTextBlock").first().innerText();
    const expected = toPlainText(text, 120);
    expect(shown.replace(/[\u200B\u2060]/gu, "")).toBe(expected);
  });

  test("a mention of it creates one mention per person, and no other element", () => {
    const { overflowPx, elements } = layoutOf("mentioned");
    expect(elements.filter((element) => element === "at")).toHaveLength(2);
    expect(elements.filter((element) => TEXT_ELEMENTS.includes(element))).toEqual([]);
    expect(overflowPx).toBeLessThanOrEqual(0);
  });
});

test("unprotected, the texts of these tests create elements", async () => {
  const unprotected = Object.values(HOSTILE_TEXTS).join(" ");
  const block = { type: "TextBlock", text: unprotected, wrap: true } as const;
  const card = { ...toNoticeCard({ text: "" }), body: [block] };
  const { elements } = await renderCard(page, card, PHONE);
  expect(elements).toEqual(expect.arrayContaining(["a", "img", "strong", "em", "at", "b"]));
});
