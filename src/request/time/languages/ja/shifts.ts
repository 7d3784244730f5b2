import type { ShiftWords } from "../shift-words";
import { each } from "../words";

const MOVING = "ずらし|ずらす|ずらせ|移動|変更";

export const japaneseShifts: ShiftWords = {
  later:
    "遅く|遅らせ|遅らす|後ろ倒し|後ろ|繰り下げ|繰下げ|先送り|延期|" +
    each("後に|後へ|後ろに|後ろへ|あとに", MOVING),
  earlier: "早く|早め|前倒し|繰り上げ|繰上げ|" + each("前に|前へ", MOVING),
  postponing: "",
  byWords: "",
  shiftFillers:
    "オンライン会議|ビデオ会議|会議|ミーティング|打ち合わせ|打合せ|mtg|開始時間|開始時刻|開始|時間|日時|日程|始め|始める|始まり" +
    "|変更|移動|を|の|に|は|も|へ|で|と|ほど|だけ|し|する|して|しよう|したい|た|て|る|たい|よう|ます|ましょう|ませんか|お願い|お願いします|お願いいたします|ください|下さい|もらえますか|いただけますか|できますか|か|ね|よ",
};
