import { toConfirmCard, toConfirmWords } from "../../../bot/replies/confirmation";
import { en } from "../../../bot/locales/en";
import { buttonsOf, textOf } from "../../support/cards";

const CONFIRM = { title: "Do it", verb: "confirm", data: { offer: "asked" } };
const BACK = { title: "Back", verb: "refresh", data: { ref: "known" } };

test("the first of two buttons has the destructive style", () => {
  const card = toConfirmCard({
    title: "Really?",
    text: "One.\nTwo.",
    confirm: CONFIRM,
    back: BACK,
  });
  expect(textOf(card)).toBe("Really?\nOne.\nTwo.");
  expect(buttonsOf(card)).toMatchObject([
    {
      verb: "confirm",
      style: "destructive",
      data: { offer: "asked" },
      fallback: { style: "destructive", data: { verb: "confirm", offer: "asked" } },
    },
    { verb: "refresh", data: { ref: "known" } },
  ]);
  expect(buttonsOf(card)[1]).not.toHaveProperty("style");
});

test.each(["newLink", "cancel"] as const)(
  "%s names the meeting, and the person who can confirm",
  (what) => {
    const { title, text } = toConfirmWords(what, { subject: "Sprint review", name: "Ada" }, en);
    expect(title).toContain("“Sprint review”?");
    expect(text).toContain("Only Ada can confirm this, within 10 minutes.");
  },
);

test("describes a person without a name; a long subject doesn't cut the question", () => {
  const { title, text } = toConfirmWords("cancel", { subject: "Sprint review ".repeat(18) }, en);
  expect(title).toMatch(/^Cancel “.*…”\?$/u);
  expect(text).toContain("Only the person who asked can");
  expect(toConfirmWords("cancel", { subject: "" }, en).title).toBe("Cancel “Meeting”?");
});
