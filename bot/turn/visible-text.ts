import type * as HtmlToText from "html-to-text";

/** Teams refuses messages over 28 KB. Its clients add a little markup. */
const MAX_HTML = 40 * 1024;
/** Deeper than any editor nests. */
const MAX_DEPTH = 100;

/** How Teams marks emoji pictures. Their alternative text is the emoji. */
const EMOJI = 'img[itemtype$="/Emoji"]';
const HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"];

/** How Teams marks mentions: `<at id="0">`, or a `span` in a bot's attachment. */
const MENTIONS = ["at", 'span[itemtype$="/Mention"]'];

/**
 * The text that people see of a message in HTML, without the messages that it quotes or forwards.
 *
 * @param mentions `marked` keeps mentions as `<at>Name</at>`. Otherwise they are names, without those to `leaveOut`, by id.
 */
export function toVisibleText(
  html: string,
  mentions: "marked" | { leaveOut: readonly number[] },
): string {
  // Loaded on demand, because it takes time and few messages need it.
  const { convert }: typeof HtmlToText = require("html-to-text");
  const isMarked = mentions === "marked";
  const leftOut = isMarked ? [] : mentions.leaveOut;
  return convert(html.slice(0, MAX_HTML), {
    wordwrap: false,
    limits: { maxDepth: MAX_DEPTH, ellipsis: "" },
    formatters: {
      altText: ({ attribs }, _walk, builder) => builder.addInline(attribs.alt ?? ""),
      cell: ({ children }, walk, builder) => {
        walk(children, builder);
        builder.addInline(" ");
      },
      mark: ({ children }, walk, builder) => {
        builder.addInline("<at>");
        walk(children, builder);
        builder.addInline("</at>");
      },
    },
    selectors: [
      { selector: "a", options: { ignoreHref: true } },
      ...(isMarked ? MENTIONS.map((selector) => ({ selector, format: "mark" })) : []),
      ...leftOut.map((id) => ({ selector: `at[id="${id}"]`, format: "skip" })),
      { selector: "img", format: "skip" },
      { selector: EMOJI, format: "altText" },
      { selector: "emoji", format: "altText" },
      { selector: "blockquote", format: "skip" },
      { selector: "hr", format: "skip" },
      ...HEADINGS.map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: "ul", options: { itemPrefix: " " } },
      { selector: "ol", format: "unorderedList", options: { itemPrefix: " " } },
      { selector: "tr", format: "block" },
      { selector: "th", format: "cell" },
      { selector: "td", format: "cell" },
    ],
  });
}
