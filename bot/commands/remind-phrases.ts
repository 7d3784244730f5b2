import { CLOSE, END, phrases, type Phrase } from "./phrase-words";

const EN_WHOM = "(?: (?:me|us|them|everyone|everybody|all|people))?";
const EN_REMINDERS = "(?:the |all |any |our |more |meeting )*reminders?";
const FR_REMINDERS = "(?:l[ea]s? |tous |un |de |d'|ce )*rappels?";
const RU_REMINDERS = "напоминани[еяйюм]+";
const AMOUNT = String.raw`.{0,20}(?:\d|half|hour|demi|heure|час|пол).{0,40}`;

/**
 * To change the meeting's reminders, or to turn them off. Some start with the title of another command, such as "cancel
 * reminders". `src/request/parse-lead.ts` reads when.
 */
export const REMIND_PHRASES: readonly Phrase[] = phrases(
  "remind",
  `^(?:no|stop|cancel|disable|remove|delete|mute|turn off|switch off|without) ${EN_REMINDERS}(?: .{0,30})?${CLOSE}`,
  `^(?:please )?(?:stop|don't|do not|never) remind(?:ing)?${EN_WHOM}${END}.{0,30}$`,
  `^turn ${EN_REMINDERS} (?:on|off)${CLOSE}|^(?:turn on|enable) ${EN_REMINDERS}${CLOSE}`,
  `^(?:set|add|make|create|send|change|move|give)${EN_WHOM} (?:a|the|our) reminders?${END}${AMOUNT}$`,
  `^(?:can you |could you |please )*(?:remind|notify|alert|ping|warn)${EN_WHOM} (?:at )?${AMOUNT}${END} (?:before|early|earlier|ahead|in advance|prior)${END}.{0,30}$`,
  `^(?:pas|plus|sans|aucun|arrête[rz]?|désactive[rz]?|annule[rz]?|supprime[rz]?|enlève[rz]?) ${FR_REMINDERS}(?: .{0,30})?${CLOSE}`,
  `^ne (?:me |nous |m'|n')?rappel(?:le|lez|er)(?:-nous|-moi)? (?:pas|plus)${END}.{0,20}$|^ne (?:me|nous|le) rappel(?:le|lez) (?:plus|pas)${CLOSE}`,
  `^(?:mets|mettez|ajoute[rz]?|règle[rz]?|active[rz]?|envoie|envoyez|crée[rz]?|change[rz]?)(?:-nous|-moi)? ${FR_REMINDERS}${END}.{0,60}$`,
  `^(?:préviens|prévenez|avertis|avertissez|rappelle|rappelez|alerte[rz]?)(?:-nous|-moi| tout le monde)? ${AMOUNT}${END} (?:avant|à l'avance)${END}.{0,30}$`,
  `^(?:без|отключи(?:те)?|выключи(?:те)?|убери(?:те)?|отмени(?:те)?|удали(?:те)?|не надо|не нужно) ${RU_REMINDERS}${CLOSE}`,
  `^(?:больше )?не напоминай(?:те)?${END}.{0,30}$`,
  `^(?:поставь(?:те)?|включи(?:те)?|добавь(?:те)?|измени(?:те)?|сделай(?:те)?) ${RU_REMINDERS}${END}.{0,60}$`,
  `^(?:предупреди(?:те)?|оповести(?:те)?|уведоми(?:те)?)(?: нас| меня| всех)? за ${AMOUNT}$`,
  String.raw`^(?:会議|ミーティング|開始)?の?.{0,12}(?:分|時間|日)前に?(?:リマインド|お?知らせ|通知|教えて|リマインダー).{0,20}$`,
  String.raw`^(?:リマインド|リマインダー|通知)[をはの]?.{0,12}(?:分|時間|日)前.{0,20}$`,
  String.raw`^(?:リマインド|リマインダー|通知)[をはも]?(?:オフ|オン|なし|無し|不要|いら|要ら|しない|やめ|停止|止め|解除|有効|無効).{0,20}$`,
  String.raw`^(?:会议|会前|会议前|会议开始前|开始前|提前|在).{0,14}(?:分钟|小时|天)前?(?:再)?(?:提醒|通知).{0,12}$`,
  String.raw`^提醒(?:我们|我|大家)? ?(?:提前|会前|开始前)?.{0,12}(?:分钟|小时|天).{0,8}$`,
  String.raw`^(?:请)?(?:不要|不用|别|取消|关闭|停止|无需|不需要|关掉)(?:再)?(?:会议)?的?提醒.{0,8}$|^(?:开启|打开|恢复)(?:会议)?的?提醒${CLOSE}`,
);
