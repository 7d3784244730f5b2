import type { RequestProblem } from "../request-problem";
import { toClusters, type Cluster } from "./cluster";
import { isPieceOf, type Piece, type PieceOf } from "./piece";

export type StartPiece = PieceOf<"clock" | "instant" | "relative" | "now">;

/** The pieces that are a request's time; all others are topic. */
export interface Choice {
  start?: StartPiece;
  until?: PieceOf<"until">;
  length?: PieceOf<"length">;
  /** Without `start` and `until`: a day for which no hour was given. */
  days: readonly PieceOf<"day">[];
}

export type Chosen = { ok: true; choice: Choice } | { ok: false; problem: RequestProblem };

const isClock = isPieceOf("clock");
const isDay = isPieceOf("day");
const isLength = isPieceOf("length");
const isUntil = isPieceOf("until");
const isNow = isPieceOf("now");

function isStart(piece: Piece): piece is PieceOf<"clock" | "instant" | "relative"> {
  return isClock(piece) || isPieceOf("instant")(piece) || isPieceOf("relative")(piece);
}

/**
 * Says which pieces are meant. When in doubt a piece is topic, since a wrong time is worse than a topic with a
 * word too many; two answers to one question are asked about.
 */
export function choosePieces(plain: string, original: string, pieces: readonly Piece[]): Chosen {
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

  const place = startPlaces[0];
  const start = place && isStart(place.piece) ? place.piece : findNowPiece(plain, clusters);
  const vague = place && isClock(place.piece) && place.cluster.pieces.find(isPieceOf("vague-day"));
  if (vague) {
    return { ok: false, problem: { reason: "vague-day", day: textOf(original, vague) } };
  }
  const until = untils[0];
  const days =
    place && isClock(place.piece)
      ? findDays(place.cluster, clusters)
      : start || until
        ? []
        : findDayAlone(plain, clusters);
  return {
    ok: true,
    choice: { days, ...(start && { start }), ...(until && { until }), ...(length && { length }) },
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
  if (isDay(piece) || isNow(piece) || piece.value.kind === "vague-day") return false;
  if (piece.certainty === "sure") return true;
  if (piece.certainty === "doubtful") {
    return isUntil(piece) ? pieces.some(isClock) : isClock(piece) && followsDay(piece, pieces);
  }
  if (piece.certainty === "closing") return isAtEnd || pieces.some(isDay);
  if (isAtStart || isAtEnd) return true;
  return pieces.some(
    (other) => other !== piece && (isDay(other) || (isStart(other) && isSure(other))),
  );
}

/** `tomorrow 9`, `明天三点`: what might be any number is an hour right behind a day. */
function followsDay(piece: Piece, pieces: readonly Piece[]): boolean {
  const before = pieces[pieces.indexOf(piece) - 1];
  return before !== undefined && isDay(before);
}

function preferBesideDay(places: readonly Place[]): readonly Place[] {
  const sure = places.filter(({ piece }) => piece.certainty !== "doubtful");
  if (sure.length > 0 && sure.length < places.length) return preferBesideDay(sure);
  if (places.length < 2) return places;
  const beside = places.filter(({ cluster }) => cluster.pieces.some(isDay));
  return beside.length > 0 ? beside : places;
}

/** The days beside the clock time; without any, one that stands by itself at an edge of the text. */
function findDays(own: Cluster, clusters: readonly Cluster[]): readonly PieceOf<"day">[] {
  const beside = own.pieces.filter(isDay);
  if (beside.some(({ value }) => value.day.date)) return beside;
  const atEdges = clusters
    .filter((cluster) => cluster !== own && (cluster.isAtStart || cluster.isAtEnd))
    .flatMap(({ pieces }) => pieces.filter(isDay))
    .filter(({ certainty }) => certainty !== "doubtful");
  return [...beside, ...atEdges];
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

const OF_TOPIC =
  /(?<!\p{L})(?:of|from|since|until|till|by|before|after|about|de|du|d'|depuis|avant|après|от|до|после|перед|с|к|за) $/u;

/**
 * A day for which no hour was given, where it cannot well be topic: `Monday planning` is one, `planning Monday`
 * is not, and neither is `planning for yesterday`.
 */
function findDayAlone(plain: string, clusters: readonly Cluster[]): PieceOf<"day">[] {
  for (const { pieces, isAtStart, isAtEnd } of clusters) {
    const day = pieces.find(isDay);
    if (!day || day.certainty === "doubtful" || OF_TOPIC.test(plain.slice(0, day.start))) continue;
    if (isAtEnd || (isAtStart && !day.value.day.isNaming)) return [day];
  }
  return [];
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

function textOf(original: string, { start, end }: Piece): string {
  return original.slice(start, end).trim();
}
