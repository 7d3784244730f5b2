import type { ZoneWords } from "../zone-words";

export const frenchZones: ZoneWords = {
  before: "heure |à l'heure |l'heure ",
  after: "",
  names: {
    "Europe/Paris": "de paris|française|de france",
    "Europe/London": "de londres|britannique|anglaise|du royaume-uni",
    "Europe/Berlin": "de berlin|allemande",
    "Europe/Zurich": "de genève|de zurich|suisse",
    "Europe/Brussels": "de bruxelles|belge",
    "Europe/Moscow": "de moscou",
    "Europe/Kiev": "de kiev",
    "Asia/Tokyo": "de tokyo|japonaise|du japon",
    "Asia/Shanghai": "de pékin|de shanghai|chinoise|de chine",
    "Asia/Hong_Kong": "de hong kong",
    "Asia/Singapore": "de singapour",
    "Asia/Seoul": "de séoul",
    "Asia/Kolkata": "indienne|de l'inde",
    "Asia/Dubai": "de dubaï",
    "America/New_York": "de new york|de new-york",
    "America/Toronto": "de montréal|du québec|de toronto",
    "America/Los_Angeles": "de los angeles|de californie",
  },
  beforeCity: "de |d'",
  regions: "",
  phrases: {},
  own: "heure locale",
};
