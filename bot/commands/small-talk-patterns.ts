import { PERSON } from "../../src/request/masked-text";
import { END } from "./phrase-words";

const PEOPLE = `(?:[ ,、，]*(?:all|everyone|everybody|team|there|folks|guys|friends|again|rendezvous|bot|à tous|à toutes|tous|toutes|tout le monde|l'équipe|всем|все|коллеги|команда|друзья|皆さん|みなさん|みんな|大家|各位|同事们|${PERSON}))*`;
const GOODBYES = `[ .!?,~。、！？…)(:\\p{Extended_Pictographic}\\p{Emoji_Modifier}\uFE0F\u200D]*$`;

export const GREETING = new RegExp(
  "^(?:大家|各位|みなさん、?|皆さん、?|всем )?" +
    "(?:hi|hiya|hello|hey|howdy|yo|good (?:morning|afternoon|evening|day)|(?:happy )?morning|greetings" +
    "|bonjour|bonsoir|salut|coucou|bon matin|привет(?:ствую)?|здравствуй(?:те)?|добр(?:ое утро|ый день|ый вечер)|доброго (?:утра|дня)" +
    "|こんにちは|おはよう(?:ございます)?|こんばんは|お疲れ様です|はじめまして|你好|您好|好|早上好|早安|早|上午好|中午好|下午好|晚上好|嗨|哈喽)" +
    PEOPLE +
    GOODBYES,
  "u",
);

export const THANKS = new RegExp(
  "^(?:(?:ok|okay|great|cool|perfect|nice|many|super|génial|отлично|большое|好的|太好了)[ ,，!]*)*" +
    "(?:thanks|thank you|thankyou|thx|tnx|ty|cheers|much appreciated|merci|спасибо|благодарю|спс|どうもありがとう|ありがとう|どうも|助かりました|谢谢|謝謝|多谢|感谢|谢了)" +
    "(?:[ ,]*(?:so much|very much|a lot|a bunch|you|for (?:the|your) (?:help|link|invite|meeting)|beaucoup|bien|infiniment|большое|огромное|ございます|ございました|你|您|啦|了))*" +
    PEOPLE +
    GOODBYES,
  "u",
);

/** Words with spaces between them. */
const ACKNOWLEDGING = [
  "no|nope|nah|no,? thanks?|no,? thank you|not (?:now|yet|today|needed)|never ?mind|nvm|(?:(?:maybe|see you|talk|catch you) )?later",
  "ok|okay|okey|kk?|cool|great|nice|perfect|awesome|excellent|good|fine|(?:sounds|looks|all) good|got it|gotcha|al(?:l )?right",
  "understood|noted|roger|will do|wow|oh|ah|hm+|lol|(?:ha)+",
  "non|non,? merci|pas maintenant|(?:peut-être )?plus tard|d'accord|d'acc|super|parfait|génial|très bien|entendu|compris",
  "bien reçu|ça marche|ça va|noté|tant pis|laisse[zr]? tomber|mdr",
  "нет|не(?:т)?,? спасибо|не (?:сейчас|надо|нужно)|(?:может,? )?(?:позже|потом)|ок|окей|хорошо|ладно|понятно|понял[аи]?|ясно",
  "отлично|супер|круто|класс|здорово|принято|договорились|(?:ха)+",
].join("|");
/** Words without spaces around them. */
const ACKNOWLEDGING_CJK = [
  "いいえ|いや|結構です|大丈夫(?:です)?|(?:また)?(?:後|あと)で|今はいいです|了解(?:です|しました)?|[わ分]かりました|承知(?:しました|いたしました)",
  "オーケー|いい(?:です)?ね|なるほど|すごい|最高",
  "不用(?:了)?(?:[,，]?谢谢)?|不(?:了|需要)?|没事|没问题|算了|以后再说|等会儿?|等一下|稍后|晚点(?:再说)?|好(?:的|吧)?|行(?:吧)?|可以|嗯+",
  "知道了|明白(?:了)?|收到|了解|太好了|不错|太?棒(?:了)?|厉害|哈+",
].join("|");

/** Answers that ask for nothing: `ok cool`, `not now`, `👍`. "Yes" isn't one: it may answer one of our questions. */
export const ACKNOWLEDGMENT = new RegExp(
  `^(?:(?:(?:(?:${ACKNOWLEDGING})${END}|${ACKNOWLEDGING_CJK})[ ,.!、。，！]*)+${PEOPLE}|(?=.*\\p{Extended_Pictographic}))${GOODBYES}`,
  "u",
);
