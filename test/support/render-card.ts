import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { openContext } from "./chromium";
import { PALETTES, type Theme, toTeamsHostConfig } from "./teams-host-config";

/** The width of a message in Teams on a desktop, and on a narrow phone. */
const WIDTHS_PX = { desktop: 500, phone: 320 };
const MIN_HEIGHT_PX = 200;
const SHEET_COLUMNS = 4;
const BODY = "margin: 0; display: flex; flex-wrap: wrap; align-items: flex-start";

export interface CardView {
  theme: Theme;
  device: keyof typeof WIDTHS_PX;
}

export interface CardLayout {
  /** How far a text or button extends past the card's right edge. */
  overflowPx: number;
  /** How far a text extends past its column. */
  columnOverflowPx: number;
  /** The names of all elements, such as `span`. */
  elements: string[];
}

/** Opens a page with Microsoft's renderer. */
export async function openCardPage(browser: Browser): Promise<Page> {
  // Text layout uses fractions of a pixel, as on phones.
  const context = await openContext(browser, { deviceScaleFactor: 2 });
  const page = await context.newPage();
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><style></style><body style="${BODY}"></body>`,
  );
  await page.addScriptTag({
    content: readFileSync(require.resolve("adaptivecards/dist/adaptivecards.min.js"), "utf8"),
  });
  await page.addScriptTag({ content: MARKDOWN + SHOW_CARDS });
  return page;
}

/** Shows a card like Teams, in the element `.card`. */
export async function renderCard(page: Page, card: object, view: CardView): Promise<CardLayout> {
  return (await renderFrames(page, { card: { card, view } }))["card"]!;
}

/** A card in a frame as wide as the device. */
export interface CardFrame {
  card: object;
  view: CardView;
}

/**
 * Shows frames side by side, and returns the layouts of their cards by name. A call takes longer than the layout of a
 * card, so render many at once.
 */
export async function renderFrames(
  page: Page,
  frames: Readonly<Record<string, CardFrame>>,
): Promise<Record<string, CardLayout>> {
  const widths = Object.values(frames).map(({ view }) => toFrameWidthPx(view.device));
  const width = Math.min(widths.length, SHEET_COLUMNS) * Math.max(...widths);
  await page.setViewportSize({ width, height: MIN_HEIGHT_PX });
  const shown = Object.entries(frames).map(([name, { card, view }]) => ({
    name,
    card,
    className: toClassName(view),
    hostConfig: toTeamsHostConfig(view.theme),
  }));
  const styles = new Map(
    Object.values(frames).map(({ view }) => [toClassName(view), toStyle(view)] as const),
  );
  const style = Array.from(styles, ([name, rules]) => `.${name} { ${rules} }`).join("\n");
  return page.evaluate(`showCards(${JSON.stringify(shown)}, ${JSON.stringify(style)})`);
}

/** Saves a screenshot of all frames with their names. */
export async function takePicture(page: Page, path: string): Promise<void> {
  await page.screenshot({ path, fullPage: true, scale: "css" });
}

const toClassName = ({ theme, device }: CardView) => `${theme}-${device}`;

/**
 * Markdown that also turns bare links, HTML and mentions into elements, which is more than Teams does. What stays text
 * here is text everywhere.
 */
const MARKDOWN = String.raw`
  const toHtml = (text) => "<p>" + text
    .replace(/!\[([^\]]*)\]\(([^)]*)\)/g, '<img alt="$1" src="$2">')
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '<a href="$2">$1</a>')
    .replace(/(^|[\s(])((?:https?:\/\/|www\.)[^\s)]+)/g, '$1<a href="$2">$2</a>')
    .replace(/(\*\*|__)(.+?)\1/g, "<strong>$2</strong>")
    .replace(/([*_])(.+?)\1/g, "<em>$2</em>")
    .replace(/^#+ (.*)$/gm, "<h1>$1</h1>")
    .replace(/^[-*+] (.*)$/gm, "<ul><li>$1</li></ul>") + "</p>";
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = toHtml(text);
    result.didProcess = true;
  };
`;

/** Runs in the page, as text. */
const SHOW_CARDS = `
  function showCards(shown, style) {
    document.querySelector("style").textContent = style;
    document.body.replaceChildren();
    const frames = shown.map(showCard);
    return Object.fromEntries(frames.map((frame) => [frame.dataset.name, readLayout(frame)]));
  }

  function showCard({ name, card: json, className, hostConfig }) {
    const frame = document.createElement("div");
    frame.className = "frame " + className;
    frame.dataset.name = name;
    const holder = document.createElement("div");
    holder.className = "card";
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
    // Shows the people picker's field as clients without a people picker do.
    card.hostConfig.inputs.allowDynamicallyFilteredChoiceSet = false;
    card.parse(json);
    document.body.append(frame);
    frame.append(holder);
    holder.append(card.render());
    return frame;
  }

  function readLayout(frame) {
    const paddingPx = 16;
    const edge = frame.querySelector(".card").getBoundingClientRect().right - paddingPx;
    const find = (names) => [...frame.querySelectorAll(names)];
    const toRight = (element) => element.getBoundingClientRect().right;
    const column = ".ac-columnSet > div";
    return {
      overflowPx: Math.max(
        frame.scrollWidth - frame.clientWidth,
        ...find(".card span, .card button").map((element) => toRight(element) - edge),
      ),
      columnOverflowPx: Math.max(
        0,
        ...find(column + " span").map((text) => toRight(text) - toRight(text.closest(column))),
      ),
      elements: find(".card *").map(({ localName }) => localName),
    };
  }
`;

const toFrameWidthPx = (device: CardView["device"]) =>
  WIDTHS_PX[device] + 2 * toFramePaddingPx(device);
const toFramePaddingPx = (device: CardView["device"]) => (device === "phone" ? 0 : 16);

// Phones neither wrap nor shrink a row of buttons, so buttons that don't fit overflow.
const toStyle = ({ theme, device }: CardView) => {
  const { page, card, border, text, brand, onBrand, danger } = PALETTES[theme];
  const font = `"Segoe UI", "Liberation Sans", "Noto Sans CJK JP", sans-serif`;
  return `
    & { box-sizing: border-box; flex: none; background: ${page}; width: ${toFrameWidthPx(device)}px; padding: ${toFramePaddingPx(device)}px; }
    &::before { content: attr(data-name); color: ${text}; font: 11px/20px ${font}; }
    .card { background: ${card}; border: 1px solid ${theme === "contrast" ? border : "transparent"};
      border-radius: ${device === "phone" ? 0 : 6}px; box-shadow: 0 0 2px #0002, 0 2px 4px #0002; box-sizing: border-box; }
    .ac-adaptiveCard { outline: none; }
    .ac-input { box-sizing: border-box; width: 100%; height: 32px; padding: 0 8px; border: 1px solid ${border}; border-radius: 4px;
      background: ${card}; color: ${text}; font: 14px/20px ${font}; }
    .ac-choiceSetInput-multiSelect { height: auto; padding: 0; border: none; background: none; }
    .ac-input-label { font-weight: 600 !important; }
    at { color: ${brand}; }
    .ac-container[style*="background"] { border-radius: 4px; }
    .ac-pushButton { white-space: nowrap; flex-shrink: 0 !important; font: 600 14px/20px ${font};
      padding: 5px 12px; border-radius: 4px; border: 1px solid ${border}; background: ${card}; color: ${text}; }
    .ac-pushButton.style-destructive { background: ${danger}; border-color: ${danger}; color: ${onBrand}; }
    .ac-pushButton.style-positive { background: ${brand}; border-color: ${brand}; color: ${onBrand}; }`;
};
