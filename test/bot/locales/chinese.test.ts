import { messagesFor } from "../../../bot/locales/messages";

const { permission, noMeeting, roomsCard } = messagesFor("zh-CN");

test.each([
  ["Ana", "只有 Ana 可以确认此操作。"],
  ["张伟", "只有张伟可以确认此操作。"],
  ["Ana 张", "只有 Ana 张可以确认此操作。"],
  ["张伟（产品部）", "只有张伟（产品部）可以确认此操作。"],
])("only Latin names have spaces around them: %s", (name, expected) => {
  expect(messagesFor("zh-CN").confirmation.notYours({ name })).toContain(expected);
});

test("words that replace a name have no spaces around them", () => {
  const names = permission.somebodyElse;
  expect(permission.manageOrganizer({ names })).toContain("请联系会议创建者。");
});

test("rooms keep their spaces, which end their names", () => {
  expect(noMeeting.noRoom({ room: "#设计" })).toBe("房间 #设计 不存在。");
  expect(roomsCard.joinRoom({ room: "#设计" })).toBe("加入 #设计");
  expect(roomsCard.joinRoom({ room: roomsCard.own })).toBe("加入主会议");
});
