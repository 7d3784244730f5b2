import { decode } from "html-entities";
import { ALL_MESSAGES } from "../../bot/locales/messages";
import { bo, chen, design, execute, message } from "../support/activities";
import { buttonOf, buttonsOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { linkOf, plan } from "../support/meeting";
import { copyLink, LINK_ORIGIN, openLink } from "../support/meeting-links";
import { press, pressOn } from "../support/press";
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
  expect(response.headers.get("vary")).toContain("Accept-Language");
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

test("a series' calendar follows each change, with a higher sequence", async () => {
  const made = await app.turn(message("meet Stand-up weekdays 9:30 for 15 min"));
  const link = `${await copyLink(app, made.sent[0])}.ics`;
  const read = async () => (await (await openLink(app, link)).text()).replaceAll("\r\n ", "");
  const toSequences = (file: string) =>
    [...file.matchAll(/^SEQUENCE:(\d+)/gmu)].map(([, n]) => Number(n));
  const skip = async () => {
    await app.turn(message("skip Nov 24"));
    expect(await read()).toContain("EXDATE;TZID=Europe/Paris:20261124T093000");
  };
  const move = async () => {
    const asked = await app.turn(message("move to 11"));
    const only = buttonsOf(cardOf(asked.sent[0])).find(({ title }) => title.startsWith("Only"));
    await app.turn(press(asked.sent[0], only!.title));
    const file = await read();
    expect(file).toContain("RECURRENCE-ID;TZID=Europe/Paris:20261123T093000");
    expect(file).toContain("DTSTART;TZID=Europe/Paris:20261123T110000");
  };
  const pause = async () => {
    await app.turn(message("pause"));
    expect(await read()).not.toContain("VEVENT");
    await app.turn(message("resume"));
  };
  const rename = async () => {
    await app.turn(message("rename Daily"));
    expect(await read()).toContain("SUMMARY:Daily");
  };
  let before = toSequences(await read())[0]!;
  for (const change of [skip, move, pause, rename]) {
    await change();
    const sequences = toSequences(await read());
    expect(Math.min(...sequences)).toBeGreaterThan(before);
    before = Math.max(...sequences);
  }
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

describe("the card's Calendar button", () => {
  it.each(ALL_MESSAGES.map((messages) => [messages.language, messages] as const))(
    "offers Outlook, the file and a subscription without a Graph call, and leads back, in %s",
    async (locale, { card, calendarLinks, confirmCard }) => {
      const made = await app.turn(message(plan, { locale }));
      // In some languages, it's in the “…” menu, which has space for the longer title.
      const titles = buttonsOf(cardOf(made.sent[0])).map(({ title }) => title);
      const calendar = titles.includes(card.calendar) ? card.calendar : card.addToCalendar;
      const pressed = await app.turn(press(made.sent[0], calendar, { from: bo, locale }));
      expect([pressed.graphRequests, pressed.sent]).toEqual([[], []]);
      const shown = cardOfAnswer(pressed.answer);
      expect(textOf(shown)).toContain(card.addToCalendar);
      expect(buttonsOf(shown).map(({ title }) => title)).toEqual([
        calendarLinks.outlook,
        calendarLinks.file,
        calendarLinks.subscribe,
        confirmCard.back,
      ]);
      const back = await app.turn(pressOn(shown, confirmCard.back, { from: bo, locale }));
      expect(textOf(cardOfAnswer(back.answer))).toContain("Sprint review");
    },
  );

  it.each(ALL_MESSAGES.map((messages) => [messages.language, messages] as const))(
    "says that Outlook adds only the next meeting of a series, on the page too, in %s",
    async (locale, { card, calendarLinks: { onlyNext, subscribe } }) => {
      const open = async (text: string) => {
        const made = await app.turn(message(text, { locale }));
        const titles = buttonsOf(cardOf(made.sent[0])).map(({ title }) => title);
        const calendar = titles.includes(card.calendar) ? card.calendar : card.addToCalendar;
        const { answer } = await app.turn(press(made.sent[0], calendar, { locale }));
        const shown = cardOfAnswer(answer);
        const button = buttonOf(shown, subscribe);
        const headers = { "accept-language": locale };
        const url = button.type === "Action.OpenUrl" ? button.url : "";
        return [textOf(shown), decode(await (await openLink(app, url, { headers })).text())];
      };
      for (const text of await open("meet Stand-up weekdays 9:30"))
        expect(text).toContain(onlyNext);
      for (const text of await open("meet #once Review tomorrow 3pm")) {
        expect(text).not.toContain(onlyNext);
      }
    },
  );

  it("has links to the file, and to the page to subscribe on", async () => {
    const made = await app.turn(message(plan));
    const { answer } = await app.turn(press(made.sent[0], "Calendar"));
    const card = cardOfAnswer(answer);
    const urlOf = (title: string) => {
      const button = buttonOf(card, title);
      return button.type === "Action.OpenUrl" ? button.url : "";
    };
    const page = urlOf("Subscribe");
    expect(page).toMatch(new RegExp(`^${LINK_ORIGIN}/m/[\\w-]+/calendar$`, "u"));
    expect(urlOf("Calendar file")).toBe(page.replace(/\/calendar$/u, ".ics"));
    const opened = await openLink(app, page);
    expect(await opened.text()).toContain('href="webcal://');
    const file = await openLink(app, urlOf("Calendar file"));
    expect(await file.text()).toContain("SUMMARY:Sprint review");
  });

  it("works for a series, and on a card in another conversation", async () => {
    const made = await app.turn(message("meet Stand-up weekdays 9:30"));
    const { answer } = await app.turn(press(made.sent[0], "Calendar", { in: design, from: chen }));
    expect(buttonOf(cardOfAnswer(answer), "Calendar file")).toBeDefined();
  });

  it("offers only the subscription of a paused series", async () => {
    const made = await app.turn(message("meet Stand-up weekdays 9:30"));
    await app.turn(message("pause"));
    const { answer } = await app.turn(press(made.sent[0], "Calendar"));
    const card = cardOfAnswer(answer);
    expect(buttonsOf(card).map(({ title }) => title)).toEqual(["Subscribe", "Back"]);
    expect(card.fallbackText).toMatch(/\/calendar$/);
    expect(textOf(card)).not.toContain("Outlook");
  });

  it("shows the meeting as it is if there's nothing to put into a calendar any more", async () => {
    const made = await app.turn(message(plan));
    const asked = await app.turn(message("cancel"));
    await app.turn(press(asked.sent[0], "Cancel meeting"));
    const { answer } = await app.turn(press(made.sent[0], "Calendar"));
    expect(textOf(cardOfAnswer(answer))).toContain("Cancelled by Ada Lovelace");
    const forged = await app.turn(execute("calendar", { ref: "x" }));
    expect(forged.answer.body).toMatchObject({ value: { code: "bad_reference" } });
  });

  it("of a meeting without a time opens Outlook", async () => {
    const { sent } = await app.turn(message("meet #open"));
    expect(buttonOf(cardOf(sent[0]), "Add to calendar")).toMatchObject({ type: "Action.OpenUrl" });
  });
});
