import { nameRoom } from "../../src/request/name-room";
import { readRoomName } from "../../src/request/room-name";

const free = () => false;

test.each([
  ["Budget", "budget"],
  ["Budget: Q3 & Q4", "budget-q3-q4"],
  ["  (Ana's) draft!  ", "anas-draft"],
  ["Réunion d’équipe", "réunion-déquipe"],
  ["予算レビュー", "予算レビュー"],
  ["Обзор бюджета", "обзор-бюджета"],
  ["预算 评审", "预算-评审"],
  ["مراجعة الميزانية", "مراجعة-الميزانية"],
  ["बजट समीक्षा", "बजट-समीक्षा"],
  ["ＢＵＤＧＥＴ ①", "budget-1"],
  ["🎉", "meeting"],
  ["--- ---", "meeting"],
  ["", "meeting"],
])("names a room after %j: %s", (subject, room) => {
  expect(nameRoom(subject, free)).toBe(room);
  expect(readRoomName(room)).toEqual({ ok: true, room });
});

test.each([
  "word ".repeat(40),
  "x".repeat(255),
  "会".repeat(255),
  "𠮷".repeat(100),
  "ß".repeat(50),
])("keeps to the longest name a room can have: %s", (subject) => {
  const taken = new Set<string>();
  for (let count = 0; count < 12; count++) {
    const room = nameRoom(subject, (candidate) => taken.has(candidate));
    expect(readRoomName(room)).toEqual({ ok: true, room });
    expect(room).not.toMatch(/-$/);
    taken.add(room);
  }
  expect(taken.size).toBe(12);
});

test("counts up while names are taken", () => {
  const taken = new Set(["budget", "budget-2"]);
  expect(nameRoom("Budget", (room) => taken.has(room))).toBe("budget-3");
});
