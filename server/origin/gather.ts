/** Bytes that come piece by piece. */
export interface Gathering {
  /** Takes a copy of the bytes. What comes once all is spent is left out. */
  add: (piece: Uint8Array) => void;
  /** Gives all that has come to `take`, and whatever that gives back. It is there only until then, since the memory is used again. */
  spend: <Result>(take: (bytes: Buffer) => Result) => Result;
}

const FIRST_BYTES = 512 * 1024;

/** Memory that has grown larger than this isn't kept for the next answer, in bytes. */
const MOST_KEPT_BYTES = 8 * 1024 * 1024;

/** Of answers that have gone; to make, and to collect, as much for each answer costs more than to fill it. */
let spare: Buffer | undefined;

export function gather(): Gathering {
  let memory: Buffer | undefined = spare ?? Buffer.allocUnsafeSlow(FIRST_BYTES);
  let length = 0;
  spare = undefined;

  return {
    add: (piece) => {
      if (!memory) return;
      memory = withRoom(memory, length, piece.length);
      memory.set(piece, length);
      length += piece.length;
    },
    spend: (take) => {
      const spent = memory;
      memory = undefined;
      const result = take(spent?.subarray(0, length) ?? Buffer.alloc(0));
      if (spent && spent.length <= MOST_KEPT_BYTES) spare = spent;
      return result;
    },
  };
}

function withRoom(memory: Buffer, length: number, more: number): Buffer {
  if (length + more <= memory.length) return memory;
  const larger = Buffer.allocUnsafeSlow(Math.max(2 * memory.length, length + more));
  larger.set(memory.subarray(0, length));
  return larger;
}
