import { message } from "../support/activities";
import { cardOfAnswer, cardOf, textFieldsOf } from "../support/cards";
import { linkOf, plan } from "../support/meeting";
import { copyLink, LINK_ORIGIN, openLink } from "../support/meeting-links";
import { press } from "../support/press";
import { useApp } from "../support/use-app";

const app = useApp();

async function shareCalendar() {
  const made = await app.turn(message(plan));
  const link = `${await copyLink(app, made.sent[0])}.ics`;
  return { made, link, read: (init?: RequestInit) => openLink(app, link, init) };
}

test("a meeting's link with .ics is its calendar, which follows changes", async () => {
  const { made, read } = await shareCalendar();
  const response = await read();
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(response.headers.get("content-disposition")).toContain("meeting.ics");
  const file = await response.text();
  expect(file).toContain("SUMMARY:Sprint review");
  expect(file).toContain("SEQUENCE:0");
  expect(file.replaceAll("\r\n ", "")).toContain(`LOCATION:${linkOf(cardOf(made.sent[0]))}`);
  const tag = response.headers.get("etag")!;
  await app.clock.advance(60_000);
  expect((await read({ headers: { "if-none-match": tag } })).status).toBe(304);

  await app.turn(message("move tomorrow 5pm"));
  const moved = await read({ headers: { "if-none-match": tag } });
  expect(moved.status).toBe(200);
  const changed = await moved.text();
  expect(changed).toContain("SEQUENCE:1");
  const toUid = (text: string) => /^UID:.*$/mu.exec(text)?.[0];
  expect(toUid(changed)).toBe(toUid(file));
});

test("HEAD has no content, and a form's other methods are refused", async () => {
  const { read } = await shareCalendar();
  const head = await read({ method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  expect((await read({ method: "POST" })).status).toBe(405);
});

test("a link that has ended answers 410, and a forged one 404, without data", async () => {
  const { link, read } = await shareCalendar();
  const asked = await app.turn(message("cancel"));
  await app.turn(press(asked.sent[0], "Cancel meeting"));
  const ended = await read();
  expect([ended.status, await ended.text()]).toEqual([410, ""]);
  const forged = await openLink(app, link.replace(/.{4}\.ics$/u, "AAAA.ics"));
  expect([forged.status, await forged.text()]).toEqual([404, ""]);
});

test("the card of the link has the calendar's address, if the meeting has a time", async () => {
  const made = await app.turn(message(plan));
  const { answer } = await app.turn(press(made.sent[0], "Copy link"));
  const [, calendar] = textFieldsOf(cardOfAnswer(answer));
  expect(calendar?.value).toMatch(
    new RegExp(`^${LINK_ORIGIN.replace("https", "webcal")}/m/[\\w-]+\\.ics$`, "u"),
  );
  const standing = await app.turn(message("meet #open"));
  const other = await app.turn(press(standing.sent[0], "Copy link"));
  expect(textFieldsOf(cardOfAnswer(other.answer))).toHaveLength(1);
});
