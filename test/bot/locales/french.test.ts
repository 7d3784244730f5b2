import { messagesFor } from "../../../bot/locales/messages";

const { calendarLinks, series } = messagesFor("fr-FR");
const day = "ven. 4 déc.";
const toPlain = (text: string) => text.replaceAll("\u00a0", " ");

test.each([
  [series.done.skipped({ name: "Ada", day }), "Pas de réunion : ven. 4 déc. (Ada)."],
  [series.done.restored({ name: "Ada", day }), "Réunion rétablie : ven. 4 déc. (Ada)."],
  [
    series.edit({ day }),
    "Appliquer le nouvel horaire uniquement à cette réunion (ven. 4 déc.) ou aussi à toutes les suivantes ?",
  ],
])("names a day without an article: %s", (text, expected) => {
  expect(toPlain(text)).toBe(expected);
});

test("says of a subscription, not of a file, that it follows changes", () => {
  expect(calendarLinks.text).toMatch(
    /^Contrairement à un fichier, un abonnement suit les modifications\. /,
  );
});
