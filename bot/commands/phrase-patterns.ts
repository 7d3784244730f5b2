import { PERSON } from "../../src/request/masked-text";
import { CJK } from "../../src/request/word-edges";
import { CHANGE_PHRASES } from "./change-phrases";
import { REMIND_PHRASES } from "./remind-phrases";
import {
  CLOSE,
  END,
  EN_ARTICLE,
  EN_CALLED,
  EN_NAME,
  EN_NOUN,
  EN_VERB,
  FR_ARTICLE,
  FR_CALLED,
  FR_NOUN,
  FR_START,
  FR_VERB,
  JA_DO,
  JA_NOUN,
  JA_TAIL,
  JA_VERB,
  RU_CALLED,
  RU_NOUN,
  RU_START,
  RU_VERB,
  ZH_CALLED,
  ZH_COUNT,
  ZH_NOUN,
  ZH_TAIL,
  ZH_VERB,
  phrases,
  type Phrase,
} from "./phrase-words";

/** Words before a request: `please`, `can we`, `давайте`. Removed as often as one is found. */
export const FILLERS = [
  "(?:please|pls|plz|hey|hi|hello|ok|okay|so|and|also|just|kindly|maybe)(?:[,!]+ ?| +)",
  "(?:can|could|would|will|shall|should|may) (?:we|you|i|someone|somebody)(?: (?:please|all|maybe|just))* ",
  "(?:let's|lets|let us|how about we|what if we|why don't we) ",
  "(?:i|we|i'd|we'd)(?: would| 'd)?(?: like| want| need| have| love)? to ",
  "(?:i|we) should ",
  "(?:bonjour|salut|ok|svp|stp|s'il (?:te|vous) pla[iî]t)[ ,!]+",
  "(?:est-ce qu(?:e |'))?(?:on|nous|tu|vous|je) (?:peut|pourrait|pouvons|pourrions|peux|pouvez|voudrais|voudrait|veux|voulons|aimerais|aimerait|devrait|doit) ",
  "(?:peut|pourrait|peux|pourrais)-(?:on|tu) |(?:pouvez|pourriez)-vous |(?:pouvons|pourrions)-nous |il faut |merci de ",
  "(?:пожалуйста|привет|ок|давай(?:те)?|можно(?: ли)?|(?:не )?(?:мог|могл|мож)[а-я]*(?: ли| бы)*(?: мы| вы| ты)?|нужно|надо|хочу|хотим|хотелось бы|мы|я)(?:[,!]+ ?| +)",
  `(?:请|麻烦|麻煩|帮我|帮忙|帮|我们|咱们|大家|我想|我要|能不能|可不可以|可以|能否|能|想|要)[ ,，]*(?=[${CJK}\\p{N}])`,
].map((source) => new RegExp(`^(?:${source})(?=.)`, "u"));

/** At the end of a request. */
export const PLEASE_AT_END =
  /[ ,、，]*(?:please|pls|plz|now|svp|stp|s'il (?:te|vous) pla[iî]t|пожалуйста|お願いします|ください)[ .!?。！？]*$/u;

/** First the ones that say most. */
export const PHRASES: readonly Phrase[] = [
  ...phrases(
    "show",
    `^(?:(?:send|share|show|give|post|get|drop|need|want)(?: (?:me|us))? )?(?:(?:the|a|our|meeting|join|joining|call|teams) )*(?:link|url|invite link)${END}(?: (?:please|pls|to|for|of|the|our|this|meeting|call|again|here))*${CLOSE}`,
    `^(?:when|where|what|which|who|how|is|are|was|does|did|has|will|any)(?:'s|'re)?${END}.*(?<![\\p{L}\\p{N}])(?:meeting|call|meet|link)${END}.*$`,
    `^(?:(?:when|what time)(?:'s|s| is| are| do)? (?:it|we)(?: meet| meeting| start)?|(?:do|have) we (?:have|got)?.*(?:meeting|call)|do (?:we|you) (?:meet|have a (?:meeting|call)).*|(?:who's|whos|who is) (?:in|coming|invited|there|joining)|how do i join)${END}.*$`,
    `^(?:show(?: me| us)? (?:the|our) |(?:the )?(?=(?:meeting|call)\\?))(?:meeting|call)${CLOSE}`,
    `^(?:(?:envoie|envoyez|donne|donnez|partage|partagez)(?:-moi|-nous)? )?(?:le |un )?lien(?: (?:de|pour) (?:la |cette |notre )?${FR_NOUN})?${END}.*$`,
    `^(?:quand|où|qui|quel(?:le)?s?|à quelle heure|c'est quand|c'est à quelle heure|y a-t-il|est-ce qu(?:'il y a|e la|'on a)|on a)${END}.*(?:${FR_NOUN}|lien|se réunit|se voit|participe|invité).*$`,
    `^${FR_ARTICLE}${FR_NOUN},? (?:est|c'est|commence|a lieu) .*\\?$`,
    `^(?:(?:пришли|скинь|дай|отправь|покажи)(?:те)? )?(?:мне |нам )?ссылк[ауи]${END}.*$`,
    `^(?:когда|где|кто|какая|какой|во сколько|в котором часу|есть ли|есть|будет ли|сегодня)${END}.*(?:${RU_NOUN}|ссылка|встречаемся|созваниваемся|участвует|прид[её]т).*$`,
    `^${RU_NOUN} (?:когда|во сколько|где|в [0-9:]+\\?).*$`,
    `^(?:${JA_NOUN}の?)?(?:リンク|url)(?:は|を|が|って)?${JA_TAIL}(?:教え|送っ|送信|共有|どこ|何|くだ)?[^0-9]{0,20}$`,
    `^(?:次の|今日の|明日の)?${JA_NOUN}(?:は|って|の時間は|の予定は|、| )?(?:いつ|何時|どこ|だれ|誰|何分|ある|あり).*$`,
    `^(?:いつ|何時|どこ|誰).*${JA_NOUN}.*$`,
    `^${JA_NOUN}は.*(?:ですか|ますか|か\\?|\\?)$`,
    `^(?:发|发一下|给我|分享|求)?(?:一下)?(?:${ZH_NOUN})?的?(?:链接|网址)(?:是|在|呢|发).{0,10}${CLOSE}`,
    `^(?:发|发一下|给我|分享|求)?(?:一下)?(?:${ZH_NOUN})?的?(?:链接|网址)${CLOSE}`,
    `^(?:这个|今天的?|明天的?)?${ZH_NOUN}(?:是|在|的时间)*(?:什么时候|什么时间|几点|哪里|哪儿|谁|有谁).*$`,
    `^(?:什么时候|什么时间|几点|哪里|哪儿|今天有|明天有|有没有|谁参加|谁来).*(?:会议|开会|会).*$`,
    `^${ZH_NOUN}(?:是|在).*(?:吗|\\?)$`,
  ),
  ...phrases(
    "meet",
    `^(?:${EN_VERB}|start|plan|make|have|hold|do|get|need|want|host|hop on|jump on|(?:i|we) (?:need|want|have)) ${EN_ARTICLE}${EN_NOUN}${END}${EN_CALLED}(.*)$`,
    `^(?:${FR_VERB}|${FR_START}|avoir|tenir|veux|besoin d') ?${FR_ARTICLE}${FR_NOUN}${END}${FR_CALLED}(.*)$`,
    `^(?:${RU_VERB}|${RU_START})(?: нам| мне)? (?:нов(?:ую|ое|ый) )?${RU_NOUN}${END}${RU_CALLED}(.*)$`,
    `^(?:${RU_VERB})${END}(.*)$`,
    `^${JA_NOUN}を${JA_VERB}${JA_TAIL}[。、 ]+(.+)$`,
    `^(.*?)(?:[のにで、 ]*)(?:新しい)?${JA_NOUN}[をの]?(?:${JA_VERB}|${JA_DO})${JA_TAIL}${CLOSE}`,
    `^新しい${JA_NOUN}(.*)$`,
    `^${ZH_VERB}${ZH_COUNT}${ZH_NOUN}${ZH_CALLED}(.*)$`,
    `^新会议${ZH_CALLED}(.*)$`,
    `^(?:召开|开)(?:一个|一场|一次|个)?(?:会议|会)(?:吧)?[,， ]*(.*)$`,
    `^${ZH_VERB}${ZH_COUNT}(.+?)的?(?:会议|会)?${ZH_TAIL}${CLOSE}`,
    `^(?:${FR_VERB})${END}(?! (?:moi|toi|nous|vous|ça)${END})(?: ${FR_ARTICLE})?(.*)$`,
    `^(?:${EN_VERB})${END}${EN_NAME}(?: (?:a|an|the|our|another) )?(.*)$`,
  ),
  ...CHANGE_PHRASES,
  ...phrases(
    "help",
    `^(?:what (?:can|do) (?:you|this|it|rendezvous)(?: bot)?(?: do| help with)?|how (?:does|do|can) (?:this|it|you|i|we|rendezvous)(?: bot)?(?: (?:work|use|start).*)?|(?:what|who) (?:is|are) (?:this|you|rendezvous))${CLOSE}`,
    `^(?:que (?:peux-tu|pouvez-vous|sais-tu|savez-vous) faire|comment ça (?:marche|fonctionne)|qu'est-ce que (?:tu peux|vous pouvez|tu sais|vous savez) faire|à quoi (?:tu sers|ça sert))${CLOSE}`,
    `^(?:что (?:ты|вы) умее(?:шь|те)|как (?:это|ты) работае(?:т|шь)|что (?:ты|это) такое|кто ты)${CLOSE}`,
    `^(?:何ができ(?:る|ます)の?か?|使い方(?:は|を教えて)?${JA_TAIL}|どうやって使う?${JA_TAIL})${CLOSE}`,
    `^(?:你(?:能|会|可以)做什么|(?:这个)?(?:怎么|如何)(?:使用|用)|你是谁)${ZH_TAIL}${CLOSE}`,
  ),
  ...phrases(
    "meet-if-clear",
    `^(?:meet(?: up)?|get together|sync up|sync|catch up|talk|chat|have)${END}${EN_CALLED}(.*)$`,
    `^start${END}(?: (?:a|an|the|our|another) )?(.*)$`,
    `^${EN_ARTICLE}(?:${EN_NOUN}|call)${END}${EN_CALLED}(.*)$`,
    `^(?:on )?(?:se (?:réunir|réunit|retrouver|retrouve|voir|voit|parler|parle)|nous (?:réunir|retrouver|voir|réunissons)|(?:réunissons|retrouvons|voyons|parlons)-nous)${END}(.*)$`,
    `^(?:${FR_START})${END}(?: ${FR_ARTICLE})?(.*)$`,
    `^${FR_ARTICLE}${FR_NOUN}${END}${FR_CALLED}(.*)$`,
    `^(?:встретимся|встретиться|встречаемся|созвонимся|созвониться|собер[её]мся|собраться|поговорим)${END}(.*)$`,
    `^(?:${RU_START})${END}(.*)$`,
    `^${RU_NOUN}${END}${RU_CALLED}(.*)$`,
    `^(.*?)(?:[にで、 ]*)(?:会い|会え|会お|会う|集まり|集まれ|集まろ|話せ|話し)${JA_TAIL}${CLOSE}`,
    `^(.*?)(?:[にで、の ]*)${JA_NOUN}${CLOSE}`,
    `^${JA_NOUN}[、 ]*(.*)$`,
    `^(.*?)(?:开(?:一个|一场|一次|一下|个|场)?(?:会议|会)|见个?面|碰个?头|聚一下|通话|聊聊|聊一下)${ZH_TAIL}${CLOSE}`,
    `^(.*?)的?${ZH_NOUN}${ZH_TAIL}${CLOSE}`,
    `^${ZH_NOUN}[,， ]*(.*)$`,
  ),
];

/** Words that ask for a time: "schedule a review", unlike "start a meeting". */
export const SCHEDULING =
  /^(?:schedule|book|planifi|programm|réserv|prévo|fix|запланир|назнач|забронир|安排|预约|预订|预定|约)|予約|スケジュール/u;

/** The title of another command starts them: these are read before the titles. */
export const EARLY_PHRASES: readonly Phrase[] = [
  ...phrases(
    "meet",
    `^new (?:meeting|call)${END}${EN_CALLED}(.*)$`,
    `^(?:nouvelle réunion|nouveau rendez-vous)${END}${FR_CALLED}(.*)$`,
    `^(?:новая встреча|новое собрание|новый созвон)${END}${RU_CALLED}(.*)$`,
  ),
  ...REMIND_PHRASES,
  ...phrases("cancel", `^(?:remove|drop) ${EN_ARTICLE}${EN_NOUN}${CLOSE}`),
];

const edged = (words: string) => `(?<![\\p{L}\\p{N}])(?:${words})${END}`;

/** Talk about time and people that asks for no meeting: `I can't make it tomorrow`. */
export const TALK = new RegExp(
  edged(
    "me|can't|cannot|can not|won't|don't|didn't|isn't|not|never|no|sorry|see you|see ya|bye|goodbye|talk to you|later|happy|congrats|congratulations|welcome|lol|haha|was|were|yesterday|back|late" +
      "|pas|jamais|désolée?|à demain|à plus|au revoir|bon anniversaire|félicitations|bienvenue" +
      "|не|никогда|извини(?:те)?|увидимся|до завтра|до встречи|пока|с дн[её]м рождения|поздравля(?:ю|ем)",
  ) +
    "|ません|ない|できな|すみません|ごめん|また明日|さようなら|おめでとう|不|没|抱歉|对不起|再见|明天见|生日快乐|恭喜|欢迎",
  "u",
);

export const MEETING_WORD = new RegExp(
  edged(`meet|meetings?|call|video call|${FR_NOUN}|réunir|${RU_NOUN}|встретиться|созвониться`) +
    `|${JA_NOUN}|${ZH_NOUN}|开会`,
  "u",
);
/** Before the people of a meeting. */
export const WITH = new RegExp(
  `${edged("with|invite|inviting|avec|с|со")} *${PERSON}|${PERSON}[^${PERSON}]{0,3}と|[和跟与] ?${PERSON}`,
  "u",
);
