import type { ZoneWords } from "../zone-words";

const CENTRAL_EUROPE = "mez|mesz|mitteleuropäische zeit|mitteleuropäischer zeit";

export const germanZones: ZoneWords = {
  before: "",
  after: " zeit| ortszeit",
  names: {
    "Europe/Berlin": "berliner|deutscher|deutsche",
    "Europe/Zurich": "zürcher|züricher|schweizer|genfer",
    "Europe/Vienna": "wiener|österreichischer|österreichische",
    "Europe/Paris": "pariser|französischer|französische",
    "Europe/London": "londoner|britischer|britische",
    "Europe/Moscow": "moskauer",
    "Asia/Tokyo": "tokioter|japanischer|japanische",
    "Asia/Shanghai": "pekinger|chinesischer|chinesische",
    "Asia/Kolkata": "indischer|indische",
    "America/New_York": "new yorker",
    "America/Los_Angeles": "kalifornischer|kalifornische",
  },
  regions: "",
  phrases: {
    "Europe/Berlin": CENTRAL_EUROPE,
    "Europe/Zurich": CENTRAL_EUROPE,
    "Europe/Vienna": CENTRAL_EUROPE,
  },
  own: "ortszeit|meiner zeit|meine zeit",
};
