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
  /** Names are in small letters. */
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

/** What becomes of an answer: it is whole, or broken off. */
interface Listener {
  whole: (captured: Captured) => void;
  broken: (error: Error) => void;
}

/** A response that goes to no client: it keeps what is written to it. */
export class CapturedResponse extends ServerResponse {
  readonly #chunks: Buffer[] = [];
  readonly #listener: Listener;

  constructor(request: IncomingMessage, listener: Listener) {
    super(request);
    this.#listener = listener;
  }

  override writeHead(status: number, headers?: Headers): this;
  override writeHead(status: number, reason?: string, headers?: Headers): this;
  override writeHead(status: number, second?: string | Headers, third?: Headers): this {
    // Where none were set before, Node would write these down without keeping them.
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
    this.#keep(chunk, second);
    const written = typeof second === 'function' ? second : third;
    if (written) process.nextTick(written);
    return true;
  }

  override end(finished?: () => void): this;
  override end(chunk: unknown, finished?: () => void): this;
  override end(chunk: unknown, encoding: BufferEncoding, finished?: () => void): this;
  override end(chunk?: unknown, second?: BufferEncoding | (() => void), third?: () => void): this {
    if (this.writableEnded) return this;
    this.#keep(chunk, second);
    this.flushHeaders();
    super.end();
    this.#finish([chunk, second, third]);
    return this;
  }

  override destroy(error = new Error('The answer was broken off.')): this {
    this.#listener.broken(error);
    return super.destroy();
  }

  #keep(chunk: unknown, encoding: unknown): void {
    const isNamed = typeof encoding === 'string' && Buffer.isEncoding(encoding);
    if (typeof chunk === 'string')
      this.#chunks.push(Buffer.from(chunk, isNamed ? encoding : 'utf8'));
    // A writer may use its buffer again.
    else if (chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk));
  }

  /** Next waits for the events that a socket would have brought. */
  #finish(given: unknown[]): void {
    Object.defineProperty(this, 'writableFinished', { value: true });
    process.nextTick(() => {
      this.emit('finish');
      for (const finished of given.filter(isCallback)) finished();
    });
    setImmediate(() => this.emit('close'));
    const { statusCode: status } = this;
    const body = Buffer.concat(this.#chunks);
    this.#listener.whole({ status, headers: this.getHeaders(), body });
  }
}

const isCallback = (it: unknown): it is () => void => typeof it === 'function';

function pairsOf(headers: Headers = {}): [string, OutgoingHttpHeader][] {
  const pairs = Array.isArray(headers)
    ? headers.map((name, at) => ({ name: String(name), value: headers[at + 1] }))
    : Object.entries(headers).map(([name, value]) => ({ name, value }));
  return pairs
    .filter((_, at) => !Array.isArray(headers) || at % 2 === 0)
    .flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]]));
}
