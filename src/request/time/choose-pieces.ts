import type { Temporal } from "@js-temporal/polyfill";
import type { RequestProblem } from "../request-problem";
import { chooseDays, findBrokenDate, findDayAlone } from "./choose-days";
import { toClusters, type Cluster } from "./cluster";
import { isPieceOf, textOf, type Piece, type PieceOf } from "./piece";

export type StartPiece = PieceOf<"clock" | "stretch" | "instant" | "relative" | "now">;

/** The pieces that are a request's time; all others are topic. */
export interface Choice {
  start?: StartPiece;
  until?: PieceOf<"until">;
  length?: PieceOf<"length">;
  /** Said apart from the start, which has none of its own. */
  zone?: PieceOf<"zone">;
  /** Without `start` and `until`: a day for which no hour was given. */
  days: readonly PieceOf<"day">[];
}

export type Chosen = { ok: true; choice: Choice } | { ok: false; problem: RequestProblem };

const isClock = isPieceOf("clock");
const isDay = isPieceOf("day");
const isLength = isPieceOf("length");
const isUntil = isPieceOf("until");
const isNow = isPieceOf("now");
const isZone = isPieceOf("zone");

function isStart(piece: Piece): piece is Exclude<StartPiece, PieceOf<"now">> {
  const { kind } = piece.value;
  return kind === "clock" || kind === "stretch" || kind === "instant" || kind === "relative";
}

/**
 * Says which pieces are meant. When in doubt a piece is topic, since a wrong time is worse than a topic with a
 * word too many; two answers to one question are asked about.
 */
export function choosePieces(
  { plain, original }: { plain: string; original: string },
  pieces: readonly Piece[],
  today: Temporal.PlainDate,
): Chosen {
  const clusters = toClusters(plain, pieces);
  const accepted = clusters.flatMap((cluster) =>
    cluster.pieces
      .filter((piece) => isAccepted(piece, cluster))
      .map((piece) => ({ piece, cluster })),
  );
  const startPlaces = preferBesideDay(accepted.filter(({ piece }) => isStart(piece)));
  const untils = accepted.map(({ piece }) => piece).filter(isUntil);
  const [first, second] = startPlaces.length > 1 ? startPlaces.map(({ piece }) => piece) : untils;
  if (first && second) return refuse(original, "two-times", first, second);

  const lengths = accepted.map(({ piece }) => piece).filter(isLength);
  const surest = lengths.some(isSure) ? lengths.filter(isSure) : lengths;
  const [length, otherLength] = surest;
  if (length && otherLength) return refuse(original, "two-lengths", length, otherLength);

  const start =
    startPlaces.map(({ piece }) => piece).find(isStart) ?? findNowPiece(plain, clusters);
  const until = untils[0];
  const place = startPlaces.find(({ piece }) => piece === start);
  if (place && isClock(place.piece)) {
    const chosen = chooseDays({ plain, original }, { ...place, clusters }, today);
    if (!chosen.ok) return chosen;
    const { days } = chosen;
    const zone = place.piece.value.zone ? undefined : place.cluster.pieces.find(isZone);
    return { ok: true, choice: toChoice({ days, start: place.piece, until, length, zone }) };
  }
  if (start || until) return { ok: true, choice: toChoice({ days: [], start, until, length }) };
  const broken = findBrokenDate(original, clusters);
  if (broken) return { ok: false, problem: broken };
  return { ok: true, choice: toChoice({ days: findDayAlone(plain, clusters), length }) };
}

type Gaps<T> = { [Key in keyof T]: T[Key] | undefined };

function toChoice({
  days,
  start,
  until,
  length,
  zone,
}: Pick<Choice, "days"> & Partial<Gaps<Omit<Choice, "days">>>): Choice {
  return {
    days,
    ...(start && { start }),
    ...(until && { until }),
    ...(length && { length }),
    ...(zone && { zone }),
  };
}

interface Place {
  piece: Piece;
  cluster: Cluster;
}

function isSure({ certainty }: Piece): boolean {
  return certainty === "sure";
}

function isAccepted(piece: Piece, cluster: Cluster): boolean {
  const { pieces, isAtStart, isAtEnd, isOfTopic } = cluster;
  if (isOfTopic && !isLength(piece)) return false;
  if (!isStart(piece) && !isUntil(piece) && !isLength(piece)) return false;
  if (piece.certainty === "sure") return true;
  if (piece.certainty === "doubtful") {
    return isUntil(piece) ? pieces.some(isClock) : isClock(piece) && isBesideDay(piece, pieces);
  }
  if (piece.certainty === "closing") return isAtEnd || pieces.some(isDay);
  if (isAtStart || isAtEnd) return true;
  return pieces.some(
    (other) => other !== piece && (isDay(other) || (isStart(other) && isSure(other))),
  );
}

/** `tomorrow 9`, `明天三点`: what might be any number is an hour right behind a day. */
function isBesideDay(piece: PieceOf<"clock">, pieces: readonly Piece[]): boolean {
  const index = pieces.indexOf(piece);
  const [before, after] = [pieces[index - 1], pieces[index + 1]];
  if (before && isDay(before)) return true;
  return piece.value.isBeforeDay === true && after !== undefined && isDay(after);
}

function preferBesideDay(places: readonly Place[]): readonly Place[] {
  const sure = places.filter(({ piece }) => piece.certainty !== "doubtful");
  if (sure.length > 0 && sure.length < places.length) return preferBesideDay(sure);
  if (places.length < 2) return places;
  const beside = places.filter(({ cluster }) => cluster.pieces.some(isDay));
  return beside.length > 0 ? beside : places;
}

/** `now` alone, at the end, or beside a length; at the beginning of a topic it is a word of it (`Now What`). */
function findNowPiece(plain: string, clusters: readonly Cluster[]): PieceOf<"now"> | undefined {
  for (const { pieces, isAtStart, isAtEnd } of clusters) {
    const now = pieces.find(isNow);
    if (!now) continue;
    const isBeside = (isAtStart || isAtEnd) && pieces.some((one) => isLength(one) || isUntil(one));
    const isSetOff = now.certainty === "likely" || /^ ?[,:]/.test(plain.slice(now.end));
    if (isAtEnd || isBeside || (isAtStart && isSetOff)) return now;
  }
  return undefined;
}

function refuse(
  original: string,
  reason: "two-times" | "two-lengths",
  first: Piece,
  second: Piece,
): Chosen {
  return {
    ok: false,
    problem: { reason, first: textOf(original, first), second: textOf(original, second) },
  };
}
