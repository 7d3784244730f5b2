import {
  CLOSE,
  END,
  EN_ARTICLE,
  EN_NOUN,
  FR_ARTICLE,
  FR_NOUN,
  JA_NOUN,
  JA_TAIL,
  RU_NOUN,
  ZH_NOUN,
  phrases,
  type Phrase,
} from "./phrase-words";

const ROOM = String.raw`(#[\p{L}\p{N}\p{M}_-]+?)`;

/** To change the meeting that exists. The groups are a room, and what the command takes. */
export const CHANGE_PHRASES: readonly Phrase[] = [
  ...phrases(
    "rename",
    `^(?:change|set|update) (?:the |its |our )?(?:meeting |call )?(?:name|title)(?: of (?:${EN_ARTICLE}${EN_NOUN}|${ROOM}))? to (.+)$`,
    `^(?:call|name|title) (?:it|this|${EN_ARTICLE}${EN_NOUN})(?! (?:a|off|quits|in)${END})(?: to)? (.+)$`,
    `^(?:change|changez|modifie|modifiez|mets|mettez) (?:le|son) (?:nom|titre)(?: de (?:${FR_ARTICLE}${FR_NOUN}|${ROOM}))? (?:en|pour|à) (.+)$`,
    `^(?:appelle|appelez|appelons|nomme|nommez|nommons|intitule|intitulez|rebaptise|rebaptisez|renomme|renommez|renommons)(?:-la| ${FR_ARTICLE}${FR_NOUN})(?: en)? (.+)$`,
    `^(?:измени|измените|изменить|поменяй|поменяйте|поменять|смени|смените|сменить) (?:название|имя|тему)(?: (?:встречи|собрания|созвона|${ROOM}))? на (.+)$`,
    `^(?:назови|назовите|назов[её]м|назвать) (?:е[её]|его|${RU_NOUN}) (.+)$`,
    `^(?:${ROOM}の?)?(?:${JA_NOUN}の?)?(?:名前|名称|名|タイトル|件名)を(.+?)[にへ](?:変更|変え|して|し)${JA_TAIL}${CLOSE}`,
    `^(?:${ROOM}の?)?(?:${JA_NOUN})?(?:の?名前)?を(.+?)[にへと](?:改名|リネーム|名前変更)${JA_TAIL}${CLOSE}`,
    `^(?:把|将)? ?(?:${ROOM} ?的?)?(?:${ZH_NOUN})?的?(?:名称|名字|名|标题|主题)?(?:改名|重命名|更名)(?:为|成|叫)(.+)$`,
    `^(?:把|将)? ?(?:${ROOM} ?的?)?(?:${ZH_NOUN})?的?(?:名称|名字|名|标题|主题)(?:改|换|设)(?:为|成|叫)(.+)$`,
  ),
  ...phrases(
    "move",
    `^(?:make|do|set|push|shift|change|start|have|hold) (?:it|this|that|${EN_ARTICLE}(?:${EN_NOUN}|time))${END}(?: (?:to|at|for|be))?(.*)$`,
    `^(?:(?:make|do|meet|change|go)${END}(?: (?:it|to|at|for))*)?(.*) instead${CLOSE}`,
    `^(?:mets|mettez|mettons|passe|passez|passons|décale|décalez|décalons|déplace|déplacez|déplaçons|reportons|repousse|repoussez|repoussons|avance|avancez|avançons|change|changez|faisons)(?:-la|-le| ${FR_ARTICLE}(?:${FR_NOUN}|heure))?${END}(.*)$`,
    `^(?:plutôt|finalement)${END}(.*)$|^(.*) plutôt${CLOSE}`,
    `^(?:лучше|перенес[её]м|перенесите|сдвинем|сдвиньте|передвинь|передвиньте|отложим|отложи|отложите)(?: ${RU_NOUN})?${END}(.*)$|^(.*) лучше${CLOSE}`,
    `^(?:(?:${ROOM}の?)?(?:${JA_NOUN})?(?:の?(?:時間|日時|日程))?を)?(.*?)[にへ](?:変更|移動|ずら|変え|して)${JA_TAIL}${CLOSE}`,
    `^(?:把|将)? ?(?:${ROOM} ?的?)?(?:${ZH_NOUN})?(?:的?时间)?(?:改到|改成|改为|推迟到|提前到|调到|换到|挪到)(.*)$`,
  ),
  ...phrases(
    "cancel",
    `^(?:call off|scrap|kill|abort|end|stop|close|ditch) ${EN_ARTICLE}${EN_NOUN}${CLOSE}`,
    `^(?:arrête|arrêtez|supprime|supprimez|annule|annulez|annulons)(?:-la| ${FR_ARTICLE}${FR_NOUN})${CLOSE}`,
    `^(?:отмени(?:те|м)?|удали(?:те|м)?) ${RU_NOUN}${CLOSE}`,
    `^(?:${ROOM}の?)?${JA_NOUN}[をは]?(?:キャンセル|中止|取り消|取りやめ|なし|やめ)${JA_TAIL}${CLOSE}`,
    `^(?:把)?(?:取消|删除|不开)(?:这个|今天的)?(?:${ROOM} ?的?)?${ZH_NOUN}(?:了|吧)?${CLOSE}|^(?:把|将)?(?:${ROOM} ?的?)?${ZH_NOUN}(?:给|都)?(?:取消|不开)(?:了|掉|吧)*${CLOSE}`,
  ),
];
