import { toZoneName } from "../../../../bot/cards/elements/zone-name";

const NOW = new Date("2026-11-20T10:00:00Z");
const SUMMER = new Date("2026-07-01T10:00:00Z");

test.each<[string, string, string, Date?]>([
  ["en-US", "America/New_York", "EST"],
  ["en-US", "America/New_York", "EDT", SUMMER],
  ["en-US", "Europe/Paris", "CET"],
  ["en-US", "Europe/London", "BST", SUMMER],
  ["en-GB", "Australia/Sydney", "AEDT"],
  ["en-IN", "Asia/Kolkata", "IST"],
  ["en-US", "Europe/Moscow", "Moscow time"],
  ["fr-FR", "Europe/Paris", "heure de Paris"],
  ["fr-FR", "Europe/Paris", "heure de Paris", SUMMER],
  ["fr-CH", "Europe/Zurich", "heure suisse"],
  ["fr-FR", "America/New_York", "New York"],
  ["fr-FR", "Asia/Kolkata", "heure de l’Inde"],
  ["fr-FR", "Europe/Vienna", "Autriche"],
  ["fr-CA", "America/Toronto", "HNE"],
  ["fr-CA", "America/Toronto", "HAE", SUMMER],
  ["ja-JP", "America/New_York", "ニューヨーク時間"],
  ["ru-RU", "Europe/Moscow", "МСК"],
  ["ru-RU", "America/New_York", "Нью-Йорк"],
  ["zh-CN", "Europe/Moscow", "莫斯科时间"],
  ["zh-CN", "Asia/Shanghai", "北京时间"],
  ["zh-CN", "PRC", "北京时间"],
  ["zh-CN", "Asia/Hong_Kong", "香港时间"],
  ["zh-CN", "Asia/Macau", "澳门时间"],
  ["zh-CN", "Asia/Taipei", "台北时间"],
  ["zh-CN", "Asia/Dubai", "迪拜时间"],
  ["ja-JP", "Asia/Shanghai", "中国時間"],
  ["ja-JP", "Asia/Tokyo", "日本時間"],
  ["ja-JP", "Asia/Hong_Kong", "香港時間"],
  ["en-GB", "Etc/UTC", "UTC"],
  ["en-GB", "Mars/Olympus", "UTC"],
  ["en-GB", "", "UTC"],
])("in %s, the zone %p is %s", (locale, timeZone, expected, at = NOW) => {
  expect(toZoneName({ locale, timeZone }, at)).toBe(expected);
});
