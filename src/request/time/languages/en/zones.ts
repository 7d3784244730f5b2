import { each } from "../words";
import type { ZoneWords } from "../zone-words";

export const englishZones: ZoneWords = {
  before: "",
  after: each("| standard| daylight| summer| winter", " time"),
  names: {
    "Europe/Paris": "french|france",
    "Europe/London": "uk|british",
    "Europe/Berlin": "german|germany",
    "Europe/Zurich": "swiss|geneva",
    "Asia/Tokyo": "japan|japanese",
    "Asia/Shanghai": "china|chinese|beijing",
    "Asia/Taipei": "taiwan",
    "Asia/Seoul": "korea|korean",
    "Asia/Kolkata": "india|indian|delhi|mumbai|bangalore",
    "America/Toronto": "montréal",
    "America/Los_Angeles": "san francisco|seattle|california",
  },
  beforeCity: "",
  regions:
    "eastern|central|mountain|pacific|atlantic|alaska|hawaii|newfoundland|central european|eastern european|western european|middle european|greenwich mean|israel|arabian|gulf|brasilia",
  phrases: {},
  own: "local time|my time",
};
