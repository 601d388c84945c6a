import { inflateSync } from 'node:zlib';

/** Reads the size from the header of a PNG; undefined if it is not a PNG. */
export function pngSize(bytes: Buffer): { width: number; height: number } | undefined {
  const isPng = bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'));
  const isHeader = bytes.subarray(12, 16).toString('latin1') === 'IHDR';
  if (!isPng || !isHeader) return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Returns the pixels of a non-interlaced PNG with 8 bits per channel, as rows of `#rrggbb`. */
export function pngPixels(bytes: Buffer): string[][] {
  const { width = 0, height = 0 } = pngSize(bytes) ?? {};
  const channels = bytes.readUInt8(25) === 6 ? 4 : 3;
  const lines = unfilter(inflateSync(imageData(bytes)), width * channels, height, channels);
  return lines.map((line) =>
    Array.from({ length: width }, (_, x) => {
      const at = x * channels;
      return `#${line.subarray(at, at + 3).toString('hex')}`;
    }),
  );
}

function imageData(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const isData = bytes.toString('latin1', at + 4, at + 8) === 'IDAT';
    if (isData) parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  return Buffer.concat(parts);
}

/** Reverses the filters of PNG (section 9 of its specification), which encode a byte relative to those before and above it. */
function unfilter(data: Buffer, length: number, height: number, step: number): Buffer[] {
  const lines: Buffer[] = [];
  for (let y = 0; y < height; y++) {
    const start = y * (length + 1);
    const line = Buffer.from(data.subarray(start + 1, start + 1 + length));
    const above = lines[y - 1] ?? Buffer.alloc(length);
    for (let x = 0; x < length; x++) {
      const [left, up, corner] = [line[x - step] ?? 0, above[x] ?? 0, above[x - step] ?? 0];
      const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)];
      line[x] = ((line[x] ?? 0) + (guesses[data[start] ?? 0] ?? 0)) & 0xff;
    }
    lines.push(line);
  }
  return lines;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((it) => Math.abs(guess - it));
  if (toLeft !== undefined && toUp !== undefined && toCorner !== undefined) {
    if (toLeft <= toUp && toLeft <= toCorner) return left;
    if (toUp <= toCorner) return up;
  }
  return corner;
}
