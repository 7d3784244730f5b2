import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { PALETTES, type Theme, toTeamsHostConfig } from "./teams-host-config";

/** A message of Teams on a desktop, and a narrow phone. */
const WIDTHS_PX = { desktop: 500, phone: 320 };

export interface CardView {
  theme: Theme;
  device: keyof typeof WIDTHS_PX;
}

/** Shows a card as Teams would, with Microsoft's renderer; the element `#card` holds it. */
export async function renderCard(
  page: Page,
  card: object,
  { theme, device }: CardView,
): Promise<void> {
  const widthPx = WIDTHS_PX[device];
  await page.setViewportSize({ width: device === "phone" ? widthPx : widthPx + 32, height: 100 });
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><style>${toStyle(theme, device)}</style><div id="card"></div>`,
  );
  await page.addScriptTag({
    content: readFileSync(require.resolve("adaptivecards/dist/adaptivecards.min.js"), "utf8"),
  });
  await page.addScriptTag({ content: MARKDOWN });
  await page.evaluate(`{
    const card = new AdaptiveCards.AdaptiveCard();
    AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
      result.outputHtml = toHtml(text);
      result.didProcess = true;
    };
    card.hostConfig = new AdaptiveCards.HostConfig(${JSON.stringify(toTeamsHostConfig(theme))});
    // Teams' people picker is its own; without it its field is what a client shows that has none.
    card.hostConfig.inputs.allowDynamicallyFilteredChoiceSet = false;
    card.parse(${toScriptJson(card)});
    document.getElementById("card").append(card.render());
  }`);
}

/**
 * The most obliging Markdown there could be: also bare links, HTML and mentions become elements, which
 * Teams does not all do. What this leaves as text is text everywhere.
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
`;

// Phones neither wrap nor shrink a row of buttons, so neither does this: what does not fit sticks out.
const toStyle = (theme: Theme, device: keyof typeof WIDTHS_PX) => {
  const { page, card, border, text, brand, onBrand, danger } = PALETTES[theme];
  return `
    body { margin: 0; padding: ${device === "phone" ? 0 : 16}px; background: ${page}; }
    #card { background: ${card}; border: 1px solid ${theme === "contrast" ? border : "transparent"};
      border-radius: ${device === "phone" ? 0 : 6}px; box-shadow: 0 0 2px #0002, 0 2px 4px #0002; box-sizing: border-box; }
    .ac-adaptiveCard { outline: none; }
    .ac-input { box-sizing: border-box; width: 100%; height: 32px; padding: 0 8px; border: 1px solid ${border}; border-radius: 4px;
      background: ${card}; color: ${text}; font: 14px/20px "Segoe UI", "Liberation Sans", "Noto Sans CJK JP", sans-serif; }
    .ac-choiceSetInput-multiSelect { height: auto; padding: 0; border: none; background: none; }
    .ac-input-label { font-weight: 600 !important; }
    at { color: ${brand}; }
    .ac-container[style*="background"] { border-radius: 4px; }
    .ac-pushButton { white-space: nowrap; flex-shrink: 0 !important; font: 600 14px/20px "Segoe UI", "Liberation Sans", "Noto Sans CJK JP", sans-serif;
      padding: 5px 12px; border-radius: 4px; border: 1px solid ${border}; background: ${card}; color: ${text}; }
    .ac-pushButton.style-destructive { background: ${danger}; border-color: ${danger}; color: ${onBrand}; }
    .ac-pushButton.style-positive { background: ${brand}; border-color: ${brand}; color: ${onBrand}; }`;
};

const toScriptJson = (card: object) => JSON.stringify(card).replace(/</gu, "\\u003c");
