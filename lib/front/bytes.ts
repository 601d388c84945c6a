/** The bytes of a buffer in memory of their own, which can be handed to another thread. */
export function toBytes(buffer: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer);
}

/** The same bytes as a buffer again. */
export function toBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** A copy that can be kept: what zlib and messages bring is often a small part of a large piece of memory, and would hold all of it. */
export function ownBuffer(buffer: Uint8Array): Buffer {
  return toBuffer(toBytes(buffer));
}

/** Several pieces one behind the other, in memory of their own: that of `Buffer.concat` may belong to other buffers too. */
export function joinBytes(pieces: Uint8Array[]): Buffer {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return toBuffer(bytes);
}
