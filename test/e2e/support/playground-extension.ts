import type { Locator } from "playwright-core";
import type { PlaygroundPage } from "./playground-page";

/** The search and link parts of the menu behind “+”, below the box for a new post in a channel. */
export interface PlaygroundExtension {
  openSearch(): Promise<void>;
  /** Types key by key. The Playground doesn't search for empty text; a space lists everything. */
  typeSearch(text: string): Promise<void>;
  /** Waits until exactly these titles are listed. */
  waitForResults(...titles: string[]): Promise<void>;
  closeSearch(): Promise<void>;
  /** Inserts a result's card into the box. */
  chooseResult(title: string): Promise<void>;
  /** Posts the card in the box. */
  post(): Promise<void>;
  openLink(): Promise<void>;
  /** Returns the card of the link. */
  pasteLink(link: string): Promise<Locator>;
  postLink(): Promise<void>;
}

export function driveExtension({ page, dialog }: PlaygroundPage): PlaygroundExtension {
  const search = page.getByRole("group").filter({ hasText: "Search-Based Message Extension" });
  const field = search.getByPlaceholder("Enter a search term");
  const titles = search.getByRole("heading", { level: 1 });
  const boxedCard = page.locator("[data-lexical-editor=true]").first().locator(".ac-adaptiveCard");
  /** One per post. */
  const replyButtons = page.getByRole("button", { name: "Send Message" });

  async function open(item: string): Promise<void> {
    await page.getByRole("button", { name: "Trigger Message Extension App" }).first().click();
    await page.getByRole("menuitem", { name: item }).click();
  }

  async function clickAndWaitForPost(button: Locator): Promise<void> {
    const before = await replyButtons.count();
    await button.click();
    await replyButtons.nth(before).waitFor();
  }

  return {
    async openSearch() {
      await open("Search Command");
      await field.waitFor();
    },
    async typeSearch(text) {
      await field.fill("");
      await field.pressSequentially(text);
    },
    async waitForResults(...wanted) {
      for (const [index, title] of wanted.entries()) {
        await titles.nth(index).filter({ hasText: title }).waitFor();
      }
      await titles.nth(wanted.length).waitFor({ state: "detached" });
    },
    async closeSearch() {
      await search.getByRole("button", { name: "Close", exact: true }).click();
      await search.waitFor({ state: "detached" });
    },
    async chooseResult(title) {
      await titles.filter({ hasText: title }).click();
      await boxedCard.waitFor();
    },
    async post() {
      await clickAndWaitForPost(page.getByRole("button", { name: "Post", exact: true }));
      await boxedCard.waitFor({ state: "detached" });
    },
    async openLink() {
      await open("Link Unfurling");
      await dialog().waitFor();
    },
    async pasteLink(link) {
      await dialog().getByRole("textbox", { name: "Enter an URL" }).fill(link);
      const card = dialog().locator(".ac-adaptiveCard");
      await card.waitFor();
      return card;
    },
    async postLink() {
      await clickAndWaitForPost(dialog().getByRole("button", { name: "Send to Conversation" }));
      await dialog().waitFor({ state: "detached" });
    },
  };
}
