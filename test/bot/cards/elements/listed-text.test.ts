import { toListedText } from "../../../../bot/cards/elements/listed-text";

test.each([
  ["a room's name", "Meet: #design", "Meet: #design"],
  [
    "a room's name that begins the line, and no heading",
    "#design meeting",
    "\u2060#design meeting",
  ],
  ["no heading", "# design", "design"],
  ["no sign within a word", "a#b", "ab"],
  ["no HTML, Markdown or link", "<b>[x](https://y.example)</b> **z**", "bxhttps: y.example/b z"],
])("is one line with %s", (_, text, listed) => {
  expect(toListedText(text)).toBe(listed);
});
