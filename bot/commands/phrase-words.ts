import { HIRAGANA } from "../../src/request/word-edges";

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
  /** To give the meeting another name. */
  | "rename"
  /** To cancel the meeting. */
  | "cancel"
  /** To remind people before the meeting, at another time, or no more. */
  | "remind"
  /** To leave out one meeting of a series. */
  | "skip"
  | "pause"
  | "resume"
  /** What the bot can do. */
  | "help";

export interface Phrase {
  asks: Asks;
  /** Matches the whole text, normalized as in `MaskedText.plain`. What its groups capture is the request. */
  pattern: RegExp;
}

export const END = String.raw`(?![\p{L}\p{N}])`;
export const CLOSE = "[ .!?~。、！？…]*$";

export function phrases(asks: Asks, ...sources: string[]): Phrase[] {
  return sources.map((source) => ({ asks, pattern: new RegExp(source, "du") }));
}

/** A verb, an article and a noun: `set up a meeting`. */
export const EN_NOUN =
  "(?:(?:teams|video|online|quick|short|brief|new|separate) )*(?:meeting|call|meet-?up)";
export const EN_ARTICLE = "(?:(?:a|an|the|our|another|this) )?";
export const EN_CALLED =
  "(?:[ ,]+(?:called|named|titled|about|to discuss|to talk about|re):?(?= ))?";
/** `create some tension` names no meeting. */
export const EN_NAME = String.raw`(?! (?:me|you|us|it|that|some|any|my|your|his|her|their|table|desk|flight|hotel)${END})`;
export const EN_VERB = "set ?up|schedule|book|create|organi[sz]e|arrange";

export const FR_NOUN = "(?:réunion|visioconférence|visio|appel|rendez-vous|rdv|meeting)";
export const FR_ARTICLE = "(?:(?:une?|la|le|notre|cette|nouvelle|petite) |l')*";
export const FR_CALLED =
  "(?:[ ,]+(?:appelée?|nommée?|intitulée?|sur|à propos de|au sujet de|pour parler de):?(?= ))?";
export const FR_VERB =
  "cré(?:er|e|ez|ons)|organis(?:er|e|ez|ons)|planifi(?:er|e|ez|ons)|programm(?:er|e|ez|ons)|réserv(?:er|e|ez|ons)" +
  "|fix(?:er|e|ez|ons)|prévo(?:ir|is|yez|yons)";
export const FR_START =
  "démarr(?:er|e|ez|ons)|lanc(?:er|e|ez)|commenc(?:er|e|ez)|fai(?:re|s|tes|sons)";

export const RU_NOUN =
  "(?:встреч[ауи]|собрани[ея]|совещани[ея]|созвон|звонок|видеозвонок|конференци[юя]|митинг)";
export const RU_CALLED = "(?:[ ,]+(?:под названием|с названием|на тему|по поводу|по теме):?(?= ))?";
export const RU_VERB =
  "созда(?:й|йте|ть|дим)|назнач(?:ь|ьте|ить|им)|запланир(?:уй|уйте|овать|уем)|организ(?:уй|уйте|овать|уем)" +
  "|забронир(?:уй|уйте|овать)|устро(?:й|йте|ить|им)|постав(?:ь|ьте|ить)";
export const RU_START =
  "нач(?:ать|ни|ните|н[её]м)|прове(?:ди|дите|сти|д[её]м)|сдела(?:й|йте|ть|ем)";

export const JA_NOUN = "(?:オンライン|ビデオ|web)?(?:会議|ミーティング|打ち合わせ|打合せ|mtg)";
export const JA_VERB =
  "(?:設定|作成|予約|開始|開催|スケジュール|調整|セット|招集|作っ|作り|作る|作ろ|始め|開い|開き|開こ|入れ)";
export const JA_DO = "(?:したい|しよう|しましょう|して|しません|できます|お願い)";
export const JA_TAIL = `[${HIRAGANA}]*(?:お願い|願い|致し|下さい|[${HIRAGANA}])*`;

export const ZH_NOUN = "(?:视频会议|线上会议|在线会议|会议|视频通话|通话)";
export const ZH_COUNT = "(?:一个|一场|一次|一下|个|场|次)?(?:新的?)?";
export const ZH_VERB = "(?:创建|新建|建立|安排|预约|预订|预定|发起|召开|组织|设置|创个|建个|约)";
export const ZH_CALLED = "(?:[,， ]*(?:叫做|叫|名为|名称为|名称是|主题为|主题是)[:：]?)?";
export const ZH_TAIL = "(?:吧|吗|嘛|呢|好吗|好不好|可以吗|行吗|怎么样|如何)?";
