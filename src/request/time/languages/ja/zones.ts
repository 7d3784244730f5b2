import type { ZoneWords } from "../zone-words";

export const japaneseZones: ZoneWords = {
  before: "",
  after: "時間|標準時間",
  names: {
    "Europe/Paris": "パリ|フランス",
    "Europe/London": "ロンドン|英国|イギリス",
    "Europe/Berlin": "ベルリン|ドイツ",
    "Europe/Zurich": "スイス",
    "Europe/Moscow": "モスクワ",
    "Asia/Tokyo": "日本|東京",
    "Asia/Shanghai": "北京|上海|中国",
    "Asia/Hong_Kong": "香港",
    "Asia/Taipei": "台北|台湾",
    "Asia/Singapore": "シンガポール",
    "Asia/Seoul": "ソウル|韓国",
    "Asia/Kolkata": "インド",
    "Asia/Dubai": "ドバイ",
    "Australia/Sydney": "シドニー",
    "America/New_York": "ニューヨーク|米国東部|東部",
    "America/Chicago": "シカゴ|米国中部",
    "America/Los_Angeles": "ロサンゼルス|米国太平洋|太平洋",
  },
  regions: "",
  phrases: {},
  own: "現地時間",
};
