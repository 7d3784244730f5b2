import type { Browser, Locator, Page } from "playwright-core";
import { openContext } from "../../support/chromium";

export interface PlaygroundOptions {
  /** Passed to the browser; Playground 0.2.28 itself has a light theme only. */
  colorScheme?: "light" | "dark";
  /** Playground 0.2.28 lays itself out for 820 pixels or more; a narrower one cuts the right side off. */
  viewport?: { width: number; height: number };
  /** `bot.name` of `.m365agentsplayground.yml`. */
  botName?: string;
}

export interface PlaygroundPage {
  /** For what this driver has no word for. */
  page: Page;
  /** Addresses outside this machine that were asked for, and refused. The page's own web fonts are not listed. */
  refusedUrls: readonly string[];
  goToChannel(name: string): Promise<void>;
  goToGroupChat(): Promise<void>;
  goToPersonalChat(): Promise<void>;
  /**
   * Types and sends: a new post in a channel, a message in a chat. `mention` puts the bot's mention
   * first, from the menu that "@" opens; without it the Playground does not deliver a post or a
   * group message to the bot. `@[Grace Hopper]` in the text is chosen from the same menu.
   */
  say(text: string, options: { mention: boolean }): Promise<void>;
  /** The same, into the reply box of the channel's newest post. */
  reply(text: string, options: { mention: boolean }): Promise<void>;
  /** The cards in view, in the order of the page: a channel shows its newest post first, a chat its newest message last. */
  cards(): Locator;
  /** A chat's last card; in a channel the last card of the newest post. */
  lastCard(): Locator;
  /** The same card once it shows the text. */
  waitForCardText(text: string | RegExp): Promise<Locator>;
  /** What the bot said in words, outside a card and in the newest post or chat. */
  waitForMessage(text: string | RegExp): Promise<Locator>;
  /** The strip under the last card: the words of an invoke's message response, or of an error. */
  waitForCardNotice(text: string | RegExp): Promise<Locator>;
  clickCardButton(title: string): Promise<void>;
  /** Clicks a button that opens a web page, and answers the page's address without going there. */
  clickCardLink(title: string): Promise<string>;
  /** Opens a list of choices on the last card, and takes one. */
  chooseInCard(label: string, choice: string): Promise<void>;
  /**
   * An action of the message extension, by the id of its command, which the Playground asks for: from the box for a
   * new post or message, or from the menu of the newest post.
   */
  openDialog(commandId: string, from: "compose" | "message"): Promise<void>;
  /** The dialog that is open; its fields are found by their labels. */
  dialog(): Locator;
  pressInDialog(title: string): Promise<void>;
  /** In the people picker, which the Playground labels in its own way. */
  pickInDialog(person: string): Promise<void>;
  closeDialog(): Promise<void>;
  /** Saves what is in view, or only the last card. */
  screenshot(path: string, options?: { only?: "last-card" }): Promise<void>;
  close(): Promise<void>;
}

/** A card shown by Action.ShowCard is a card within a card: the outermost ones are the bot's. */
const outermostCard = ".ac-adaptiveCard:not(.ac-adaptiveCard *)";
/** A post that is new to the page empties whichever dialog is open, that much later. */
const PAGE_TIMER_MS = 300;
const fonts = /^https:\/\/res(-1)?\.cdn\.office\.net\//;

/**
 * Opens the Playground in a fresh browser context, in the personal chat, with the log panel away.
 * The Playground first waits until the bot's port answers, 15 s at most. On a page's first visit to
 * the personal chat, the group chat and the team it tells the bot of an installation there, in the
 * background: a test that counts activities waits for those.
 */
export async function openPlayground(
  browser: Browser,
  url: string,
  options: PlaygroundOptions = {},
): Promise<PlaygroundPage> {
  const { botName = "Rendezvous" } = options;
  const viewport = options.viewport ?? { width: 1280, height: 900 };
  const context = await openContext(browser, {
    viewport,
    colorScheme: options.colorScheme ?? "light",
  });
  const refusedUrls: string[] = [];
  await context.route(isOutside, (route) => {
    const asked = route.request().url();
    if (!fonts.test(asked)) refusedUrls.push(asked);
    return route.abort();
  });
  // Playground 0.2.28 stops showing replies for good once one overtakes the answer that tells the
  // page its new post's id. A person's bot is slower than that; a test's is not.
  let held: (() => void)[] | undefined;
  await context.routeWebSocket(/\/_ws_conversation\//, (socket) => {
    socket.connectToServer().onMessage((message) => {
      const pass = () => socket.send(message);
      if (held === undefined) pass();
      else held.push(pass);
    });
  });
  const page = await context.newPage();
  let inChannel = false;

  const postButton = page.getByRole("button", { name: "Post", exact: true });
  const editors = page.locator("[data-lexical-editor=true]");
  const posts = page
    .getByRole("group")
    .filter({ has: page.getByRole("button", { name: "Send Message" }) });
  const chats = page.getByRole("tree", { name: "Personal and Group Chat" }).getByRole("treeitem");
  const channel = (name: string) =>
    page.getByRole("treeitem", { name: new RegExp(` - ${escapeRegExp(name)}$`) });

  const newest = (selector: string) =>
    inChannel ? posts.first().locator(selector) : page.locator(selector);
  const lastCard = () => newest(outermostCard).last();

  async function goTo(item: Locator, isChannel: boolean): Promise<void> {
    const drawer = page.getByRole("button", { name: "Toggle app bar and conversation window" });
    const isNarrow = await drawer.isVisible();
    if (isNarrow) await drawer.click();
    await item.click();
    // The drawer of a narrow page stays open until a click beside it.
    if (isNarrow) await page.mouse.click(viewport.width - 8, viewport.height - 8);
    await postButton.waitFor({ state: isChannel ? "visible" : "detached" });
    inChannel = isChannel;
  }

  async function choose(name: string, editor: Locator): Promise<void> {
    await editor.press("@");
    await page.getByRole("menuitem", { name: new RegExp(`^${escapeRegExp(name)}`) }).click();
    await editor.locator(".mention", { hasText: name }).last().waitFor();
  }

  async function type(pieces: string[], editor: Locator): Promise<void> {
    const [piece, ...rest] = pieces;
    if (piece === undefined) return;
    const person = /^@\[(.+)\]$/.exec(piece)?.[1];
    await (person === undefined ? page.keyboard.insertText(piece) : choose(person, editor));
    await type(rest, editor);
  }

  async function send(text: string, mention: boolean, editor: Locator): Promise<void> {
    await editor.click();
    if (mention) await choose(botName, editor);
    await type(splitMentions(mention ? ` ${text}` : text), editor);
    await Promise.all([
      page.waitForResponse((response) => /\/_conversation\/.*\/messages$/.test(response.url())),
      editor.press("Enter"),
    ]);
  }

  const dialog = () => page.getByRole("dialog");
  /** Nothing in the page tells of that timer, so one of the same length is started behind it. */
  const pageTimersToEnd = () =>
    page.evaluate(`document.body.animate(null, ${PAGE_TIMER_MS}).finished.then(() => undefined)`);

  await page.goto(url);
  await page.getByRole("button", { name: "Hide log panel" }).click();
  await editors.first().waitFor();

  return {
    page,
    refusedUrls,
    goToChannel: (name) => goTo(channel(name), true),
    goToGroupChat: () => goTo(chats.filter({ has: page.getByRole("group") }), false),
    goToPersonalChat: () => goTo(chats.filter({ hasNot: page.getByRole("group") }), false),
    async say(text, { mention }) {
      if (!inChannel) return send(text, mention, editors.first());
      const before = await posts.count();
      const replies: (() => void)[] = [];
      held = replies;
      await send(text, mention, editors.first());
      await posts.nth(before).waitFor();
      held = undefined;
      for (const pass of replies) pass();
    },
    reply: (text, { mention }) => send(text, mention, posts.first().locator(editors)),
    cards: () => page.locator(outermostCard),
    lastCard,
    async waitForCardText(text) {
      const card = lastCard().filter({ hasText: text });
      await card.waitFor();
      return card;
    },
    async waitForMessage(text) {
      const message = newest(`p:not(${outermostCard} *):not([role=treeitem] *)`)
        .filter({ hasText: text })
        .last();
      await message.waitFor();
      return message;
    },
    async waitForCardNotice(text) {
      const notice = lastCard().locator("xpath=../..").getByText(text);
      await notice.waitFor();
      return notice;
    },
    clickCardButton: (title) =>
      lastCard().getByRole("button", { name: title, exact: true }).click(),
    async clickCardLink(title) {
      const [opened, request] = await Promise.all([
        context.waitForEvent("page"),
        context.waitForEvent("request", (asked) => asked.isNavigationRequest()),
        lastCard().getByRole("link", { name: title, exact: true }).click(),
      ]);
      await opened.close();
      return request.url();
    },
    async chooseInCard(label, choice) {
      await lastCard().getByRole("combobox", { name: label }).click();
      await page.getByRole("option", { name: choice, exact: true }).click();
    },
    dialog,
    async openDialog(commandId, from) {
      await pageTimersToEnd();
      const triggers = {
        compose: page.getByRole("button", { name: "Trigger Message Extension App" }),
        message: posts.getByRole("button", { name: "Show more information" }),
      };
      await triggers[from].first().click();
      await page.getByRole("menuitem", { name: "Action Command" }).click();
      await dialog().getByRole("textbox", { name: "Command ID" }).fill(commandId);
      await dialog().getByRole("button", { name: "Create", exact: true }).click();
      await dialog().locator(outermostCard).waitFor();
    },
    pressInDialog: (title) => dialog().getByRole("button", { name: title, exact: true }).click(),
    async pickInDialog(person) {
      await dialog().getByRole("combobox", { name: "People Picker" }).click();
      await page.getByRole("option", { name: person }).click();
    },
    async closeDialog() {
      await dialog().getByRole("button", { name: "Close", exact: true }).click();
      await dialog().waitFor({ state: "detached" });
    },
    async screenshot(path, shown) {
      await (shown?.only === "last-card" ? lastCard() : page).screenshot({ path });
    },
    close: () => context.close(),
  };
}

function isOutside(url: URL): boolean {
  return url.protocol !== "data:" && !["127.0.0.1", "localhost"].includes(url.hostname);
}

/** "with @[Ana Lopez] now" -> ["with ", "@[Ana Lopez]", " now"] */
function splitMentions(text: string): string[] {
  return text.split(/(@\[[^\]]+\])/).filter((piece) => piece !== "");
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
