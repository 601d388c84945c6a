import {
  ServerResponse,
  type IncomingMessage,
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
} from 'node:http';

type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[];
type Written = (error?: Error | null) => void;

/** A whole answer, before it goes anywhere. */
export interface Captured {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

/** A response that nobody reads: it keeps what is written to it. */
export class CapturedResponse extends ServerResponse {
  readonly #chunks: Buffer[] = [];
  readonly #whenWhole: (captured: Captured) => void;

  constructor(request: IncomingMessage, whenWhole: (captured: Captured) => void) {
    super(request);
    this.#whenWhole = whenWhole;
  }

  override writeHead(status: number, headers?: Headers): this;
  override writeHead(status: number, reason?: string, headers?: Headers): this;
  override writeHead(status: number, second?: string | Headers, third?: Headers): this {
    // Given as they are, they would stand in the head alone, where they can't be read again.
    const headers = typeof second === 'string' ? third : second;
    for (const [name, value] of pairsOf(headers)) this.setHeader(name, value);
    return super.writeHead(status);
  }

  override flushHeaders(): void {
    if (!this.headersSent) this.writeHead(this.statusCode);
  }

  override write(chunk: unknown, written?: Written): boolean;
  override write(chunk: unknown, encoding: BufferEncoding, written?: Written): boolean;
  override write(chunk: unknown, second?: BufferEncoding | Written, third?: Written): boolean {
    this.flushHeaders();
    this.#keep(chunk, typeof second === 'string' ? second : 'utf8');
    const written = typeof second === 'function' ? second : third;
    if (written) process.nextTick(written);
    return true;
  }

  override end(finished?: () => void): this;
  override end(chunk: unknown, finished?: () => void): this;
  override end(chunk: unknown, encoding: BufferEncoding, finished?: () => void): this;
  override end(
    chunk?: unknown,
    second?: BufferEncoding | (() => void),
    third?: () => void,
  ): this {
    if (this.writableEnded) return this;
    const isPlain = typeof chunk === 'function';
    if (!isPlain) this.#keep(chunk, typeof second === 'string' ? second : 'utf8');
    this.flushHeaders();
    super.end();
    const finished = [chunk, second, third].find((it) => typeof it === 'function');
    process.nextTick(() => {
      this.emit('finish');
      this.emit('close');
      if (typeof finished === 'function') finished();
    });
    const { statusCode: status } = this;
    this.#whenWhole({ status, headers: this.getHeaders(), body: Buffer.concat(this.#chunks) });
    return this;
  }

  #keep(chunk: unknown, encoding: BufferEncoding): void {
    if (typeof chunk === 'string') this.#chunks.push(Buffer.from(chunk, encoding));
    else if (chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk));
  }
}

function pairsOf(headers: Headers = {}): [string, string | number | string[]][] {
  const all: [string, OutgoingHttpHeader | undefined][] = Array.isArray(headers)
    ? headers.flatMap((name, at) => (at % 2 === 0 ? [[String(name), headers[at + 1]]] : []))
    : Object.entries(headers);
  return all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}
