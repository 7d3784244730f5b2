import { JsonBytes } from "../src/json-bytes";

const toUtf8 = ({ text }: JsonBytes) => Buffer.from(text, "latin1").toString();

test.each(["plain", "é", "日程 🎉", 'a "quoted" \\ text\u2028'])(
  "%j comes back from its bytes",
  (text) => {
    const bytes = JsonBytes.of({ text });
    expect(JSON.parse(toUtf8(bytes))).toEqual({ text });
    const list = JsonBytes.join("[", bytes, ",", JsonBytes.of(text), "]");
    expect(JSON.parse(toUtf8(list))).toEqual([{ text }, text]);
  },
);
