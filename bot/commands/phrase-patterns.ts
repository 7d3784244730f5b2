import { PERSON } from "../../src/request/masked-text";
import { CJK, HIRAGANA } from "../../src/request/word-edges";

/** What a phrase asks for. */
export type Asks =
  /** To create the meeting, or to show it. */
  | "meet"
  /** Like `meet`, if more than a name follows: a time, people or a room. */
  | "meet-if-clear"
  /** About the meeting that exists. Never creates one. */
  | "show"
  /** To move the meeting, if a time or a length follows. */
  | "move"
  /** To cancel the meeting. */
  | "cancel"
  /** What the bot can do. */
  | "help";

export interface Phrase {
  asks: Asks;
  /** Matches the whole text, normalized as in `MaskedText.plain`. What its groups capture is the request. */
  pattern: RegExp;
}

export const END = String.raw`(?![\p{L}\p{N}])`;
const CLOSE = "[ .!?~。、！？…]*$";

function phrases(asks: Asks, ...sources: string[]): Phrase[] {
  return sources.map((source) => ({ asks, pattern: new RegExp(source, "du") }));
}

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

/** A verb, an article and a noun: `set up a meeting`. */
const EN_NOUN =
  "(?:(?:teams|video|online|quick|short|brief|new|separate) )*(?:meeting|call|meet-?up)";
const EN_ARTICLE = "(?:(?:a|an|the|our|another|this) )?";
const EN_CALLED = "(?:[ ,]+(?:called|named|titled|about|to discuss|to talk about|re):?(?= ))?";
/** `create some tension` names no meeting. */
const EN_NAME = String.raw`(?! (?:me|you|us|it|that|some|any|my|your|his|her|their|table|desk|flight|hotel)${END})`;
const EN_VERB = "set ?up|schedule|book|create|organi[sz]e|arrange";

const FR_NOUN = "(?:réunion|visioconférence|visio|appel|rendez-vous|rdv|meeting)";
const FR_ARTICLE = "(?:(?:une?|la|le|notre|cette|nouvelle|petite) |l')*";
const FR_CALLED =
  "(?:[ ,]+(?:appelée?|nommée?|intitulée?|sur|à propos de|au sujet de|pour parler de):?(?= ))?";
const FR_VERB =
  "cré(?:er|e|ez|ons)|organis(?:er|e|ez|ons)|planifi(?:er|e|ez|ons)|programm(?:er|e|ez|ons)|réserv(?:er|e|ez|ons)" +
  "|fix(?:er|e|ez|ons)|prévo(?:ir|is|yez|yons)";
const FR_START = "démarr(?:er|e|ez|ons)|lanc(?:er|e|ez)|commenc(?:er|e|ez)|fai(?:re|s|tes|sons)";

const RU_NOUN =
  "(?:встреч[ауи]|собрани[ея]|совещани[ея]|созвон|звонок|видеозвонок|конференци[юя]|митинг)";
const RU_CALLED = "(?:[ ,]+(?:под названием|с названием|на тему|по поводу|по теме):?(?= ))?";
const RU_VERB =
  "созда(?:й|йте|ть|дим)|назнач(?:ь|ьте|ить|им)|запланир(?:уй|уйте|овать|уем)|организ(?:уй|уйте|овать|уем)" +
  "|забронир(?:уй|уйте|овать)|устро(?:й|йте|ить|им)|постав(?:ь|ьте|ить)";
const RU_START = "нач(?:ать|ни|ните|н[её]м)|прове(?:ди|дите|сти|д[её]м)|сдела(?:й|йте|ть|ем)";

const JA_NOUN = "(?:オンライン|ビデオ|web)?(?:会議|ミーティング|打ち合わせ|打合せ|mtg)";
const JA_VERB =
  "(?:設定|作成|予約|開始|開催|スケジュール|調整|セット|招集|作っ|作り|作る|作ろ|始め|開い|開き|開こ|入れ)";
const JA_DO = "(?:したい|しよう|しましょう|して|しません|できます|お願い)";
const JA_TAIL = `[${HIRAGANA}]*(?:お願い|願い|致し|下さい|[${HIRAGANA}])*`;

const ZH_NOUN = "(?:视频会议|线上会议|在线会议|会议|视频通话|通话)";
const ZH_COUNT = "(?:一个|一场|一次|一下|个|场|次)?(?:新的?)?";
const ZH_VERB = "(?:创建|新建|建立|安排|预约|预订|预定|发起|召开|组织|设置|创个|建个|约)";
const ZH_CALLED = "(?:[,， ]*(?:叫做|叫|名为|名称为|名称是|主题为|主题是)[:：]?)?";
const ZH_TAIL = "(?:吧|吗|嘛|呢|好吗|好不好|可以吗|行吗|怎么样|如何)?";

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
  ...phrases(
    "move",
    `^(?:make|do|set|push|shift|change|start|have|hold) (?:it|this|that|${EN_ARTICLE}(?:${EN_NOUN}|time))${END}(?: (?:to|at|for|be))?(.*)$`,
    `^(?:(?:make|do|meet|change|go)${END}(?: (?:it|to|at|for))*)?(.*) instead${CLOSE}`,
    `^(?:mets|mettez|mettons|passe|passez|passons|décale|décalez|décalons|change|changez|faisons)(?:-la|-le| ${FR_ARTICLE}(?:${FR_NOUN}|heure))?${END}(.*)$`,
    `^(?:plutôt|finalement)${END}(.*)$|^(.*) plutôt${CLOSE}`,
    `^(?:лучше|перенес[её]м|перенесите|сдвинем|сдвиньте)(?: ${RU_NOUN})?${END}(.*)$|^(.*) лучше${CLOSE}`,
    `^(?:${JA_NOUN}を)?(.*?)[にへ](?:変更|移動|ずら|変え|して)${JA_TAIL}${CLOSE}`,
    `^(?:把)?(?:${ZH_NOUN})?(?:时间)?(?:改到|改成|改为|推迟到|提前到|调到|换到|挪到)(.*)$`,
  ),
  ...phrases(
    "cancel",
    `^(?:call off|scrap|kill|abort|end|stop|close|ditch) ${EN_ARTICLE}${EN_NOUN}${CLOSE}`,
    `^(?:arrête|arrêtez|supprime|supprimez|annule|annulez|annulons) ${FR_ARTICLE}${FR_NOUN}${CLOSE}`,
    `^(?:отмени(?:те|м)?|удали(?:те|м)?) ${RU_NOUN}${CLOSE}`,
    `^${JA_NOUN}[をは]?(?:キャンセル|中止|取り消|取りやめ|なし|やめ)${JA_TAIL}${CLOSE}`,
    `^(?:把)?(?:取消|删除|不开)(?:这个|今天的)?${ZH_NOUN}(?:了|吧)?${CLOSE}|^把?${ZH_NOUN}(?:给|都)?(?:取消|不开)(?:了|掉|吧)*${CLOSE}`,
  ),
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
