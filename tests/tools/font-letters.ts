/** Returns the BMP code points that a TrueType font has a glyph for, from format 4 of its `cmap` table. */
export function fontLetters(font: Buffer): Set<number> {
  const table = tableAt(font, 'cmap');
  const count = font.readUInt16BE(table + 2);
  const parts = Array.from({ length: count }, (_, index) => {
    return table + font.readUInt32BE(table + 4 + 8 * index + 4);
  });
  const part = parts.find((at) => font.readUInt16BE(at) === 4);
  if (part === undefined) throw new Error('The font has no table of format 4.');
  return new Set(segmentsOf(font, part).flatMap((it) => lettersOf(font, it)));
}

function tableAt(font: Buffer, name: string): number {
  const count = font.readUInt16BE(4);
  const records = Array.from({ length: count }, (_, index) => 12 + 16 * index);
  const record = records.find((at) => font.subarray(at, at + 4).toString('latin1') === name);
  if (record === undefined) throw new Error(`The font has no table ${name}.`);
  return font.readUInt32BE(record + 8);
}

interface Segment {
  start: number;
  end: number;
  delta: number;
  /** Offset of its glyph ids; undefined if `delta` alone determines the glyph. */
  list: number | undefined;
}

function segmentsOf(font: Buffer, part: number): Segment[] {
  const size = font.readUInt16BE(part + 6);
  const ends = part + 14;
  return Array.from({ length: size / 2 }, (_, index) => {
    const end = ends + 2 * index;
    const offsetAt = end + 3 * size + 2;
    const offset = font.readUInt16BE(offsetAt);
    return {
      end: font.readUInt16BE(end),
      start: font.readUInt16BE(end + size + 2),
      delta: font.readUInt16BE(end + 2 * size + 2),
      list: offset === 0 ? undefined : offsetAt + offset,
    };
  });
}

function lettersOf(font: Buffer, { start, end, delta, list }: Segment): number[] {
  const all = Array.from({ length: end - start + 1 }, (_, index) => start + index);
  return all.filter((code) => {
    if (list === undefined) return ((code + delta) & 0xffff) !== 0;
    return font.readUInt16BE(list + 2 * (code - start)) !== 0;
  });
}
