import { readText } from "../../manifest/read-manifest";
import { ja } from "../../../bot/locales/ja";
import { SOMEBODY, toPoliteName } from "../../../bot/locales/ja/polite-name";
import { leavesOf, wordsOf } from "./leaves";

/** What Japanese texts don't say, and what they say instead, as Teams does. */
const BANNED: [words: RegExp, instead: string][] = [
  [/[：？！（）［］]/, "half-width punctuation, with a space"],
  [/押[さしすせ]|クリック|タップ|選[びぶん]/, "[更新] を選択してください"],
  [/」を選択/, "[更新] を選択: buttons are in brackets"],
  [/会話/, "このチャネル, このチャット"],
  [/あなた/, "自分, ご自分"],
  [/何も変更|何も失/, "変更は行われていません"],
  [/古いリンク/, "以前のリンク"],
  [/使[いうえおっわ]/, "使用する"],
  [/すでに/, "既に"],
  [/主催/, "開催者"],
  [/次の方/, "次のユーザー"],
  [/件名|会議の名前/, "会議名"],
  [/[぀-ヿ一-鿿]さん/, "toPoliteName"],
];

/** The product's slogan. */
const SLOGAN = /1 つの会話に、1 つの会議/g;

/** What people may type. */
const TYPED = ["aliases."];

const texts = leavesOf({ ...ja, manifest: JSON.parse(readText("manifest/ja.json")) }).filter(
  ({ path }) => !TYPED.some((start) => path.startsWith(start)),
);

test.each(BANNED)("no Japanese text says %s: it says %s", (words) => {
  const wrong = texts.filter((leaf) => words.test(wordsOf(leaf).replaceAll(SLOGAN, "")));
  expect(wrong.map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
});

test.each([
  ["Ada Lovelace", "Ada Lovelace さんには"],
  ["bo@contoso.com", "bo@contoso.com には"],
  [SOMEBODY, "ユーザーには"],
])("only people's names take さん: %s", (name, polite) => {
  expect(`${toPoliteName(name)}には`).toBe(polite);
});
