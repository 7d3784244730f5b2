import { readRoomName } from "../../src/request/room-name";
import { line, parse, read } from "./typed";

function understood(text: string) {
  const { topic, room, isHere } = read(text);
  return [topic, isHere ? "here" : room];
}

describe("a room", () => {
  test.each([
    ["#design", ["", "design"]],
    ["#design Review", ["Review", "design"]],
    ["Review #Design", ["Review", "design"]],
    ["Review #design tomorrow 3pm", ["Review", "design"]],
    ["Review in #design at 3pm", ["Review", "design"]],
    ["Revue dans #design", ["Revue", "design"]],
    ["Обзор в #Дизайн", ["Обзор", "дизайн"]],
    ["＃設計 レビュー", ["レビュー", "設計"]],
    ["评审 #设计", ["评审", "设计"]],
    ["#design-2_b Review", ["Review", "design-2_b"]],
    ["#STRASSE Review", ["Review", "strasse"]],
    ["#Straße Review", ["Review", "strasse"]],
    ["#design Review #DESIGN", ["Review", "design"]],
    ["#42 Review", ["Review", "42"]],
    ["#oʼneill Review", ["Review", "oʼneill"]],
    ["Fix #42", ["Fix #42", ""]],
    ["C# meetup", ["C# meetup", ""]],
    ["F# and C#", ["F# and C#", ""]],
    ["Issue ##x", ["Issue ##x", ""]],
    ["Read https://contoso.com/#design", ["Read https://contoso.com/#design", ""]],
    ["Budget # 3", ["Budget # 3", ""]],
    ['"#design" Review', ['"#design" Review', ""]],
  ])("parses %j as %j", (text, expected) => {
    expect(understood(text)).toEqual(expected);
  });

  test("can be named only once", () => {
    expect(parse("#design #ops Review")).toEqual({
      ok: false,
      problem: { reason: "two-rooms", first: "design", second: "ops" },
    });
  });

  test("can have 50 characters", () => {
    expect(read(`#${"ü".repeat(50)}`).room).toBe("ü".repeat(50));
    expect(parse(`#${"ü".repeat(51)}`)).toEqual({
      ok: false,
      problem: { reason: "room-too-long", room: "ü".repeat(51), maxCharacters: 50 },
    });
  });

  test("can't be combined with here", () => {
    expect(parse("#design here Review")).toEqual({
      ok: false,
      problem: { reason: "room-and-here", room: "design" },
    });
  });
});

describe("here", () => {
  test.each([
    ["here", ["", "here"]],
    ["here Review", ["Review", "here"]],
    ["Review here", ["Review", "here"]],
    ["Review here tomorrow 3pm with @Ana", ["Review", "here"]],
    ["tomorrow 3pm here: Review", ["Review", "here"]],
    ["Revue ici", ["Revue", "here"]],
    ["ここで レビュー", ["レビュー", "here"]],
    ["レビュー ここ", ["レビュー", "here"]],
    ["здесь Обзор", ["Обзор", "here"]],
    ["Обзор тут", ["Обзор", "here"]],
    ["在这里 评审", ["评审", "here"]],
    ["评审 这里", ["评审", "here"]],
    ["What happens here stays here", ["What happens here stays", "here"]],
    ["Why here and not there", ["Why here and not there", ""]],
    ["Where do we go from here", ["Where do we go from here", ""]],
    ["Hereditary", ["Hereditary", ""]],
    ["ここ最近の話", ["ここ最近の話", ""]],
    ['"here"', ["here", ""]],
  ])("parses %j as %j", (text, expected) => {
    expect(understood(text)).toEqual(expected);
  });
});

describe("readRoomName", () => {
  test.each([
    ["Design", "design"],
    ["ＤＥＳＩＧＮ", "design"],
    ["ﬁnance", "finance"],
    ["Straße", "strasse"],
    ["ΟΔΟΣ", "οδος"],
    ["οδοσ", "οδος"],
    ["e\u0301te\u0301", "été"],
    ["हिन्दी", "हिन्दी"],
    ["oʼneill", "oʼneill"],
    ["Q4-2026_b", "q4-2026_b"],
  ])("normalizes %j to %j", (typed, room) => {
    expect(readRoomName(typed)).toEqual({ ok: true, room });
    expect(readRoomName(room)).toEqual({ ok: true, room });
  });

  test.each(["", "a b", "a/b", "a#b", "🚀", "ﷺ", "a\u0000"])("rejects %j", (typed) => {
    expect(readRoomName(typed)).toMatchObject({
      ok: false,
      problem: { reason: "room-unreadable" },
    });
  });

  test("counts code points, not UTF-16 units", () => {
    expect(readRoomName("𝒳".repeat(50)).ok).toBe(true);
    expect(readRoomName("𠮷".repeat(50)).ok).toBe(true);
    expect(readRoomName("𠮷".repeat(51))).toMatchObject({
      ok: false,
      problem: { reason: "room-too-long" },
    });
  });
});

test("finds the subject in any order of room, time, length and people", () => {
  expect(line("with @Ana for 45 min #design tomorrow 3pm Review")).toBe(
    "Review | 2026-11-19 15:00 +45",
  );
});
