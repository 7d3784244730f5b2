import { line, list, read } from "./typed";

describe("a subject that only looks like a time", () => {
  test.each(
    list(
      "Sprint 42 review|v2.3 release|Q3 planning|iPhone 15|Top 5|Room 101",
      "24/7 support|May planning|March release|sat tests|2024 recap|second review",
      "Monday.com sync|Now What|Monday planning|Friday retro|August launch",
      "Budget 2027|Review PR 1234|Release 1.2.3|Sprint 12-14 retro|5 whys",
      "The 9 to 5 problem|7-Eleven deal|Apollo 13|4-day week|1:1|16:9 displays",
      "50/50 split|9/11 memorial|Happy hour|Office hours|Half time|Minute takers",
      "Today's standup|Yesterday's incident|Last Friday's outage|Next week's plan",
      "Weekend plans|30-60-90 plan|In 5 years|First 90 days|24h race|Noon club",
      "5 minutes of fame|the 3pm club meeting|Ubuntu 18.04|ISO 8601|now or never",
      "Recap of Monday|Review of yesterday|Learn Rust 20 minutes a day|I am 5",
      "Team of 5|Area 51|Windows 11 rollout",
      '27" screen|€5m deal|COVID-19|C# meetup|Fix bug #42|3-4 people|Check in',
      "https://contoso.com/3pm/#tomorrow|Launch 24. Now what|Tomorrowland|42|3",
      "Ana, Bo and Cleo|Plan B: at a glance|To be or not to be|Réunion 5 à 7|100%",
      "At one glance|réunion à trois|Rename to 3pm club|Talk or walk",
    ),
  )("%j is all subject", (text) => {
    expect(read(text)).toMatchObject({ topic: text, people: [], room: "", isHere: false });
    expect(read(text).time).toBeUndefined();
  });

  test.each([
    ["iPhone 15 tomorrow 3pm", "iPhone 15 | 2026-11-19 15:00"],
    ["Room 101 at 3pm", "Room 101 | 2026-11-18 15:00"],
    ["Version 2.0 at 14:00", "Version 2.0 | 2026-11-18 14:00"],
    ["Q3 planning 3-4pm", "Q3 planning | 2026-11-18 15:00 +60"],
    ["Top 5 at 5", "Top 5 | 2026-11-18 17:00"],
    ["iOS 18 - tomorrow 3pm", "iOS 18 | 2026-11-19 15:00"],
    ["Python 3 - tomorrow 3pm", "Python 3 | 2026-11-19 15:00"],
    ["Squad 7 - tomorrow 3pm", "Squad 7 | 2026-11-19 15:00"],
    ["Catan 5 - Monday 7pm", "Catan 5 | 2026-11-23 19:00"],
    ["tomorrow 3pm prep for Easter", "prep for Easter | 2026-11-19 15:00"],
    ["Formula 1 Sunday 3pm", "Formula 1 | 2026-11-22 15:00"],
    ["5 minutes of fame tomorrow 3pm", "5 minutes of fame | 2026-11-19 15:00"],
    ["Check in tomorrow 3pm", "Check in | 2026-11-19 15:00"],
    ["Sign on at 3pm", "Sign on | 2026-11-18 15:00"],
    ["1:1 with @Ana tomorrow 11:30", "1:1 | 2026-11-19 11:30"],
    ["https://contoso.com/?t=3pm 4pm", "https://contoso.com/?t=3pm | 2026-11-18 16:00"],
    ["demain à 15h 2027 d'avancement", "2027 d'avancement | 2026-11-19 15:00"],
    ["3pm club", "club | 2026-11-18 15:00"],
    ["3pm club tomorrow 10:00", "3pm club | 2026-11-19 10:00"],
    ["Monday sync tomorrow 3pm", "Monday sync | 2026-11-19 15:00"],
    ["Noon club tomorrow 10:00", "Noon club | 2026-11-19 10:00"],
  ])("parses %j as %j", (text, expected) => {
    expect(line(text)).toBe(expected);
  });
});

describe("an English word that means something in another language", () => {
  test.each([
    ["Tools of the team we met @Ana", "Tools of the team we met"], // Dutch: with
    ["Las Vegas con @Ana 3pm", "Las Vegas con | 2026-11-18 15:00"], // Spanish: with
    ["Um 15 people", "Um 15 people"], // German: at
    ["Roll the die at 3pm", "Roll the die | 2026-11-18 15:00"], // German: Tuesday
    ["Morgen Motors", "Morgen Motors"], // German: tomorrow
  ])("stays in the subject of %j", (text, expected) => {
    expect(line(text)).toBe(expected);
  });
});

describe("a quoted subject", () => {
  test.each([
    ['"3pm club" tomorrow 10:00', "3pm club | 2026-11-19 10:00"],
    ["“3pm club” tomorrow 10:00", "3pm club | 2026-11-19 10:00"],
    ["„3pm club“ tomorrow 10:00", "3pm club | 2026-11-19 10:00"],
    ["«3pm club» tomorrow 10:00", "3pm club | 2026-11-19 10:00"],
    ["「3pm club」 tomorrow 10:00", "3pm club | 2026-11-19 10:00"],
    ["『3pm club』 tomorrow 10:00", "3pm club | 2026-11-19 10:00"],
    ["＂3pm club＂ tomorrow 10:00", "3pm club | 2026-11-19 10:00"],
    [
      'tomorrow 10:00 "with ana@contoso.com #x here"',
      "with ana@contoso.com #x here | 2026-11-19 10:00",
    ],
    ['"tomorrow"', "tomorrow"],
    ['"now"', "now"],
    ['"say ""hi"" at 3"', 'say "hi" at 3'],
    ['Review of "Dune" tomorrow 3pm', 'Review of "Dune" | 2026-11-19 15:00'],
    ['"One" and "Two" 3pm', '"One" and "Two" | 2026-11-18 15:00'],
    ['"Ready, steady', '"Ready, steady'],
    ['27" or 24" screens at 3pm', '27" or 24" screens | 2026-11-18 15:00'],
    ['"" 3pm', "| 2026-11-18 15:00"],
  ])("parses %j as %j", (text, expected) => {
    expect(line(text)).toBe(expected);
  });

  test("still adds the people mentioned in it, but not typed addresses", () => {
    const { topic, people } = read('"Draft by @Ana and bo@contoso.com"');
    expect(topic).toBe("Draft by Ana and bo@contoso.com");
    expect(people).toEqual([{ kind: "mention", mentionId: "29:Ana", name: "Ana" }]);
  });
});

describe("the subject", () => {
  test("is cut to 255 characters, and marked as cut", () => {
    const { topic, wasTopicCut } = read(`3pm ${"word ".repeat(200)}`);
    expect(topic.length).toBeLessThanOrEqual(255);
    expect(topic).toMatch(/^word word/);
    expect(wasTopicCut).toBe(true);
  });

  test("is empty when everything else was understood", () => {
    expect(read("")).toEqual({
      topic: "",
      wasTopicCut: false,
      people: [],
      room: "",
      isHere: false,
    });
    expect(read("tomorrow 3pm with @Ana").topic).toBe("");
  });
});
