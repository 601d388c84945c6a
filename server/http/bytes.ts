/** Copies a buffer into its own memory, which can be transferred to another thread. */
export function toBytes(buffer: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer);
}

/** Returns the same bytes as a Buffer. */
export function toBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** Copies a buffer for keeping: those from zlib and messages are often small slices of large allocations, which they would keep alive. */
export function ownBuffer(buffer: Uint8Array): Buffer {
  return toBuffer(toBytes(buffer));
}

/** Concatenates buffers into memory of their own; `Buffer.concat` may use a pool shared with other buffers. */
export function joinBytes(pieces: Uint8Array[]): Buffer {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return toBuffer(bytes);
}
