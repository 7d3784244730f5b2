import { inflateSync } from "node:zlib";

export interface Picture {
  width: number;
  height: number;
  /** Red, green, blue and alpha (0 to 255) of each pixel, row by row. Opaque if the file has no alpha. */
  pixels: (readonly [number, number, number, number])[];
}

const SIGNATURE = "89504e470d0a1a0a";
const CHANNELS_BY_COLOR_TYPE: Record<number, number> = { 2: 3, 6: 4 };

/** Decodes PNGs as Chromium makes them: 8 bits per channel, RGB or RGBA, not interlaced (RFC 2083). */
export function readPng(file: Buffer): Picture {
  expect(file.subarray(0, 8).toString("hex")).toBe(SIGNATURE);
  const chunks = [...readChunks(file)];
  const header = chunks.find(({ type }) => type === "IHDR")?.data;
  if (!header) throw new Error("a PNG without IHDR");
  const [bitDepth, colorType = 0, , , interlace] = header.subarray(8);
  const channels = CHANNELS_BY_COLOR_TYPE[colorType];
  if (bitDepth !== 8 || !channels || interlace !== 0) throw new Error("another kind of PNG");

  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const parts = chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data);
  const bytes = unfilter(inflateSync(Buffer.concat(parts)), width * channels, channels);
  const pixels = Array.from({ length: width * height }, (_, index) => {
    const [red = 0, green = 0, blue = 0, alpha = 255] = bytes.subarray(
      index * channels,
      (index + 1) * channels,
    );
    return [red, green, blue, alpha] as const;
  });
  return { width, height, pixels };
}

function* readChunks(file: Buffer): Generator<{ type: string; data: Buffer }> {
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    yield {
      type: file.toString("latin1", at + 4, at + 8),
      data: file.subarray(at + 8, at + 8 + length),
    };
    at += length + 12;
  }
}

/** Each row starts with the type of its filter (RFC 2083, section 6). */
function unfilter(filtered: Buffer, rowLength: number, channels: number): Buffer {
  const rows = filtered.length / (rowLength + 1);
  const bytes = Buffer.alloc(rows * rowLength);
  for (let row = 0; row < rows; row++) {
    const filter = filtered[row * (rowLength + 1)];
    for (let column = 0; column < rowLength; column++) {
      const at = row * rowLength + column;
      const left = column < channels ? 0 : (bytes[at - channels] ?? 0);
      const up = bytes[at - rowLength] ?? 0;
      const upLeft = column < channels ? 0 : (bytes[at - rowLength - channels] ?? 0);
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter ?? -1];
      if (predicted === undefined) throw new Error(`a PNG with filter ${filter}`);
      bytes[at] = (filtered[row * (rowLength + 1) + 1 + column] ?? 0) + predicted;
    }
  }
  return bytes;
}

function paeth(left: number, up: number, upLeft: number): number {
  const estimate = left + up - upLeft;
  const byDistance = [left, up, upLeft].map((value) => ({
    value,
    distance: Math.abs(estimate - value),
  }));
  return byDistance.reduce((best, next) => (next.distance < best.distance ? next : best)).value;
}
