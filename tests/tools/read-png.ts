/** The size that the header of a PNG tells; undefined where it is none. */
export function pngSize(bytes: Buffer): { width: number; height: number } | undefined {
  const isPng = bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'));
  const isHeader = bytes.subarray(12, 16).toString('latin1') === 'IHDR';
  if (!isPng || !isHeader) return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
