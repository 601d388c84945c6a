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
