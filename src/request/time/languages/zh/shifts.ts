import type { ShiftWords } from "../shift-words";
import { each } from "../words";

export const chineseShifts: ShiftWords = {
  later:
    "推迟|推遲|延后|延後|延迟|延遲|延期|顺延|順延|推后|推後|晚|" +
    each("往后|往後|向后|向後", "|推迟|推遲|推|挪|移|延"),
  earlier: "提前|提早|早|" + each("往前|向前", "|提|挪|移"),
  postponing: "",
  byWords: "",
  shiftFillers:
    "视频会议|线上会议|在线会议|会议|會議|视频通话|通话|开始时间|时间|時間|把|将|將|的|再|开始|開始|开会|開會|开|举行|一下|进行|了|吧|吗|好吗",
};
