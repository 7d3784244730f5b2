/** Between a value and the text next to it, until it's known whether they need a space. */
const SEAM = "\0";
const HAN = String.raw`[\p{Script=Han}\u3000-\u303F\uFF01-\uFF60]`;
const WITHIN_HAN = new RegExp(`(?<=${HAN})${SEAM}(?=${HAN})`, "gu");

/** Leaves out the spaces around a Chinese name: “请联系 Ana”, but “请联系张伟”. Not for rooms: “房间 #设计 不存在”. */
export function spaced(texts: TemplateStringsArray, ...values: readonly string[]): string {
  const seamed = texts.map((text) => text.replaceAll(/^ | $/g, SEAM));
  return String.raw({ raw: seamed }, ...values)
    .replace(WITHIN_HAN, "")
    .replaceAll(SEAM, " ");
}
