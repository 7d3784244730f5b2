import type { PartWords } from "../part-words";
import { each } from "../words";

const AFTERNOON = "après-midi|aprèm|aprem";

export const frenchParts: PartWords = {
  partsAfterHour: [
    ["morning", "du matin|le matin|au matin|dans la matinée|du mat"],
    ["afternoon", each("de l'|l'|dans l'", AFTERNOON)],
    ["evening", "du soir|le soir|au soir|de la soirée|du soirée|dans la soirée|en soirée"],
    ["night", "de la nuit|dans la nuit"],
  ],
  partsBeforeHour: [],
  partsAfterDay: [
    [
      "morning",
      each(
        "|au |le |du |dans la |en |en début de |en fin de |en milieu de |tôt le |tôt |tard le ",
        "matin|matinée",
      ) +
        "|à la première heure|première heure|matin première heure|matin à la première heure|avant midi|avant le déjeuner|en début de journée",
    ],
    [
      "midday",
      "à l'heure du déjeuner|au déjeuner|à la pause déj|pause déj|pause déjeuner|pendant le déjeuner|à l'heure du déj",
    ],
    [
      "afternoon",
      each(
        "|dans l'|en |l'|d'|dans la fin d'|en début d'|en fin d'|début d'|fin d'|tôt d'|tôt dans l'|tard dans l'|en milieu d'",
        AFTERNOON,
      ) +
        "|après le déjeuner|après déjeuner|après déj|après manger|en fin de journée|fin de journée",
    ],
    [
      "evening",
      each("|au |le |dans la |en |du |en début de |en fin de |tard le |tôt le ", "soir|soirée"),
    ],
    ["night", "dans la nuit|la nuit"],
  ],
  partsAlone: [
    [
      "morning",
      "le matin|au matin|dans la matinée|en matinée|en début de matinée|en milieu de matinée|en fin de matinée|du matin|avant le déjeuner",
    ],
    [
      "afternoon",
      each("dans l'|en début d'|en fin d'|l'|en milieu d'", AFTERNOON) +
        "|après le déjeuner|après déj|aprem|aprèm",
    ],
    ["midday", "à l'heure du déjeuner|au déjeuner|pendant le déjeuner"],
    ["evening", "le soir|au soir|dans la soirée|en soirée|en début de soirée|en fin de soirée"],
  ],
  daysWithPart: [
    [[0, "night"], "cette nuit"],
    [[0, "evening"], "ce soir|aujourd'hui soir"],
    [[0, "afternoon"], each("cet |en fin d'|en début d'", AFTERNOON)],
    [[0, "morning"], "ce matin|cette matin|cette matinée"],
  ],
  weekdaysWithPart: [],
};
