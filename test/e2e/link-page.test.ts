import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { ALL_MESSAGES } from "../../bot/locales/messages";
import { createMeetingLinks } from "../../src/meetings/tokens/meeting-link";
import { ada, general, message, TENANT } from "../support/activities";
import { launchChromium, openContext } from "../support/chromium";
import { copyLink, LINK_ORIGIN } from "../support/meeting-links";
import { press } from "../support/press";
import { startApp, type TestApp } from "../support/start-app";
import { SEALING_KEY } from "../support/test-config";

const PICTURES = join(__dirname, "../../artifacts/link-page");
const links = createMeetingLinks([SEALING_KEY], LINK_ORIGIN);
const ended = links.toLink({
  key: { tenantId: TENANT, threadId: general.threadId, room: "" },
  generation: 1,
});
const LANGUAGES = ALL_MESSAGES.map((messages) => [messages.language, messages] as const);
const VIEWS = [
  { device: "phone", colorScheme: "light", viewport: { width: 320, height: 568 } },
  { device: "desktop", colorScheme: "dark", viewport: { width: 1280, height: 800 } },
] as const;

let app: TestApp;
let browser: Browser;
let plannedLink: string;
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  app = await startApp();
  browser = await launchChromium();
  await app.turn(message("meet", { from: ada }));
  const { sent } = await app.turn(message("cancel", { from: ada }));
  await app.turn(press(sent[0], "Cancel meeting", { from: ada }));
  const planned = await app.turn(message("meet #design Design review weekdays 9:30"));
  plannedLink = await copyLink(app, planned.sent[0]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const readOverflowPx = (page: Page) =>
  page.evaluate<number>(`Math.max(
    document.documentElement.scrollWidth - innerWidth,
    ...[...document.querySelectorAll("main, main *")]
      .map((element) => element.getBoundingClientRect().right - innerWidth),
  )`);

type View = (typeof VIEWS)[number] & { name: string; language: string };

/** Opens a link on a device, and takes a picture. */
async function show(page: Page, link: string, view: View): Promise<void> {
  const { name, language, device, colorScheme, viewport } = view;
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme });
  await page.goto(link.replace(LINK_ORIGIN, app.url));
  const path = join(PICTURES, `${name}-${language}-${device}.png`);
  await page.screenshot({ path, fullPage: true });
  expect(await readOverflowPx(page)).toBeLessThanOrEqual(0);
  // The page's CSP allows its style.
  const ground = await page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
  expect(ground).toBe(colorScheme === "dark" ? "rgb(18, 25, 27)" : "rgb(243, 246, 246)");
}

describe.each(LANGUAGES)("in %s", (language, { card, calendarLinks, links: { dead } }) => {
  test("the page that adds a meeting to a calendar is styled, and fits", async () => {
    const context = await openContext(browser, { locale: language });
    const page = await context.newPage();
    for (const view of VIEWS) {
      await show(page, `${plannedLink}/calendar`, { name: "calendar", language, ...view });
      expect(await page.getByRole("heading").allInnerTexts()).toEqual([
        card.addToCalendar,
        "Design review",
      ]);
      expect(await page.getByRole("link").allInnerTexts()).toEqual([
        calendarLinks.outlook,
        calendarLinks.file,
        calendarLinks.subscribe,
        card.join,
      ]);
    }
    await context.close();
  });

  test.each([
    ["unknown", `${LINK_ORIGIN}/m/forged`, dead.unknown],
    ["ended", ended, dead.ended],
  ])("the page for a link that is %s is styled, and fits", async (name, link, words) => {
    const context = await openContext(browser, { locale: language });
    const page = await context.newPage();
    const refused: string[] = [];
    page.on("console", (said) => refused.push(said.text()));
    for (const view of VIEWS) {
      await show(page, link, { name, language, ...view });
      expect(await page.getByRole("heading").allInnerTexts()).toEqual([words.title]);
      expect(await page.locator("main p").allInnerTexts()).toEqual([
        "Rendezvous",
        words.text,
        words.next,
      ]);
      expect(refused.filter((text) => /Content.Security.Policy/i.test(text))).toEqual([]);
    }
    await context.close();
  });
});
