import type { Browser, Locator, Page } from "playwright-core";
import { openContext } from "../../support/chromium";

export interface PlaygroundOptions {
  /** For the browser. Playground 0.2.28 has only a light theme. */
  colorScheme?: "light" | "dark";
  /** Playground 0.2.28 needs 820 pixels; a narrower viewport cuts off the right side. */
  viewport?: { width: number; height: number };
  /** `bot.name` of `.m365agentsplayground.yml`. */
  botName?: string;
}

export interface PlaygroundPage {
  /** For actions that this driver lacks. */
  page: Page;
  /** Blocked requests to other machines, except for the page's web fonts. */
  refusedUrls: readonly string[];
  goToChannel(name: string): Promise<void>;
  goToGroupChat(): Promise<void>;
  goToPersonalChat(): Promise<void>;
  /**
   * Sends a new post in a channel, or a message in a chat. `mention` starts it with the bot's mention, from the "@"
   * menu. Without a mention, the Playground delivers no posts and group messages to the bot. `@[Grace Hopper]` in the
   * text is chosen from the same menu.
   */
  say(text: string, options: { mention: boolean }): Promise<void>;
  /** Replies to the channel's newest post. */
  reply(text: string, options: { mention: boolean }): Promise<void>;
  /** The cards in page order: a channel shows its newest post first, a chat its newest message last. */
  cards(): Locator;
  /** The last card of the chat, or of the channel's newest post. */
  lastCard(): Locator;
  /** Waits until the last card shows the text. */
  waitForCardText(text: string | RegExp): Promise<Locator>;
  /** Waits for a text message of the bot in the chat or the newest post. */
  waitForMessage(text: string | RegExp): Promise<Locator>;
  /** Waits for the text of a message response or an error below the last card. */
  waitForCardNotice(text: string | RegExp): Promise<Locator>;
  clickCardButton(title: string): Promise<void>;
  /** Clicks a button that opens a web page, and returns its URL without loading it. */
  clickCardLink(title: string): Promise<string>;
  /** Chooses from a list on the last card. */
  chooseInCard(label: string, choice: string): Promise<void>;
  /**
   * Opens an action of the message extension by its command id, from the box for a new message or the menu of the
   * newest post.
   */
  openDialog(commandId: string, from: "compose" | "message"): Promise<void>;
  /** The open dialog. Find its fields by their labels. */
  dialog(): Locator;
  pressInDialog(title: string): Promise<void>;
  /** Chooses a person in the people picker, whose label the Playground sets. */
  pickInDialog(person: string): Promise<void>;
  closeDialog(): Promise<void>;
  /** Saves the viewport, or only the last card. */
  screenshot(path: string, options?: { only?: "last-card" }): Promise<void>;
  close(): Promise<void>;
}

/** Excludes the inner cards of Action.ShowCard. */
const outermostCard = ".ac-adaptiveCard:not(.ac-adaptiveCard *)";
/** The delay after which a new post empties an open dialog. */
const PAGE_TIMER_MS = 300;
const fonts = /^https:\/\/res(-1)?\.cdn\.office\.net\//;

/**
 * Opens the Playground in a new browser context, in the personal chat and without the log panel. The Playground waits up
 * to 15 s for the bot's port. On the first visit to the personal chat, the group chat and the team, it sends an
 * installation activity in the background, which tests that count activities have to wait for.
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
    const requested = route.request().url();
    if (!fonts.test(requested)) refusedUrls.push(requested);
    return route.abort();
  });
  // Playground 0.2.28 stops showing replies once one arrives before the response with the new post's id. In tests the
  // bot is fast enough for that.
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
    // On a narrow page, a click outside closes the drawer.
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
  /** The page doesn't expose that timer, so this starts one of the same length after it. */
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
        context.waitForEvent("request", (candidate) => candidate.isNavigationRequest()),
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
