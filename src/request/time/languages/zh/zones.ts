import type { ZoneWords } from "../zone-words";

export const chineseZones: ZoneWords = {
  before: "",
  after: "时间|時間|标准时间|標準時間",
  names: {
    "Europe/Paris": "巴黎|法国|法國",
    "Europe/London": "伦敦|倫敦|英国|英國",
    "Europe/Berlin": "柏林|德国|德國",
    "Europe/Zurich": "瑞士",
    "Europe/Moscow": "莫斯科",
    "Asia/Tokyo": "日本|东京|東京",
    "Asia/Shanghai": "北京|上海|中国|中國|东八区|東八区",
    "Asia/Hong_Kong": "香港",
    "Asia/Taipei": "台北|台湾|台灣",
    "Asia/Singapore": "新加坡",
    "Asia/Seoul": "首尔|韩国",
    "Asia/Kolkata": "印度",
    "Asia/Dubai": "迪拜",
    "Australia/Sydney": "悉尼",
    "America/New_York": "纽约|紐約|美东|美東",
    "America/Chicago": "芝加哥",
    "America/Los_Angeles": "洛杉矶|洛杉磯|美西|太平洋",
  },
  regions: "",
  phrases: {},
  own: "当地时间|本地时间|现地时间|我的时间",
};
