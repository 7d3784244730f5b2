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

const RU_DAYS =
  "(?:сегодня|завтра|в понедельник|во вторник|в среду|в четверг|в пятницу|в субботу|в воскресенье|на этой неделе|на следующей неделе)";
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
    "skip",
    `^no (?:stand-?ups?|${EN_NOUN}s?|daily) ((?:on )?(?:today|tomorrow|this \\S+|next \\S+|(?:for )?(?:the )?next \\S+ (?:days|weeks)|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|on .+)${CLOSE}`,
    `^(?:we're|we are|we) (?:not meeting|skipping|won't meet|don't meet|will not meet)(?: (?:on|up))? (.+)$`,
    `^pas de (?:${FR_NOUN}s?|point|daily) ((?:aujourd'hui|cette semaine|la semaine prochaine|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|le |les \\S+ prochain).*)$`,
    `^(?:пропустим|пропускаем) (?:только )?(?:${RU_NOUN} )?((?:${RU_DAYS}|эту неделю|следующую неделю|(?:следующие|ближайшие) \\S+ (?:дня|дней|недел[иь])))${CLOSE}`,
    `^(${RU_DAYS}) (?:не встречаемся|не собираемся|не созваниваемся|без (?:встречи|собрания|созвона|планёрки|планерки))${CLOSE}`,
    `^((?:今日|明日|あした|明後日|次回|来週の.曜日?|.曜日?|今週|来週|再来週|(?:次の|今後)[^ ]{1,4}(?:回|日間|週間)))の?(?:${JA_NOUN})?(?:は|を)?(?:スキップ|休み|お休み|なし|飛ば)${JA_TAIL}${CLOSE}`,
    `^(?:把)?((?:今天|明天|后天|下次|下一次|(?:这|本|下|下下)?个?(?:周|星期|礼拜)[一二三四五六日天]?|接下来[^ ]{1,3}(?:天|周|次)))的?(?:${ZH_NOUN}|会)?(?:跳过|不开会?|不用开会?|取消)(?:了|吧)*${CLOSE}`,
  ),
  ...phrases("skip", `^(?:跳过|略过) ?(.+)$`),
  ...phrases(
    "pause",
    `^(?:pause|suspend|put on hold) ${EN_ARTICLE}(?:${EN_NOUN}s?|series)${CLOSE}`,
    `^(?:mets|mettez|mettre) ${FR_ARTICLE}${FR_NOUN}s? en pause${CLOSE}`,
    `^(?:поставь|поставьте|поставить) ${RU_NOUN} на паузу${CLOSE}`,
    `^${JA_NOUN}を(?:しばらく)?(?:休止|一時停止|止め)${JA_TAIL}${CLOSE}`,
    `^(?:把)?(?:先)?${ZH_NOUN}(?:先)?暂停(?:一下|吧|了)?${CLOSE}|^(?:先)?暂停${ZH_NOUN}(?:吧)?${CLOSE}`,
  ),
  ...phrases(
    "resume",
    `^(?:resume|restart|unpause|continue) ${EN_ARTICLE}(?:${EN_NOUN}s?|series)${CLOSE}`,
    `^(?:reprends|reprenez|reprenons|reprendre) ${FR_ARTICLE}${FR_NOUN}s?${CLOSE}`,
    `^(?:продолжи|продолжите|продолжить|возобновим) ${RU_NOUN}${CLOSE}`,
    `^${JA_NOUN}を再開${JA_TAIL}${CLOSE}`,
    `^(?:继续|恢复)(?:开)?(?:${ZH_NOUN}|会)(?:吧)?${CLOSE}`,
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
