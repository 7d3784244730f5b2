import type { ShiftWords } from "../shift-words";
import { each } from "../words";

const IT = "|-la|-le";

export const frenchShifts: ShiftWords = {
  later: "plus tard",
  earlier: "plus tôt|" + each("avance|avancez|avançons|avancer", IT),
  postponing: each(
    "décale|décalez|décalons|décaler|repousse|repoussez|repoussons|repousser|reporte|reportez|reportons|reporter|retarde|retardez|retardons|retarder",
    IT,
  ),
  byWords: "de|d'|encore",
  shiftFillers:
    each("déplace|déplacez|déplaçons|déplacer|mets|mettez|mettons|passe|passez|passons", IT) +
    "|la|le|l'|notre|cette|réunion|visioconférence|visio|appel|rendez-vous|rdv|meeting|heure de début|début|du|on|commence|commencez|commençons|commencer|démarre|démarrons|démarrer|fais|faisons|faire|que prévu",
};
