import {
  ServerResponse,
  type IncomingMessage,
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
} from 'node:http';

type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[];
type Written = (error?: Error | null) => void;

/** Where an answer goes. */
export interface Sink {
  /** Names are in small letters. */
  head: (status: number, headers: OutgoingHttpHeaders) => void;
  /**
   * Gets bytes that it has to copy, since a writer may use its memory again. Says whether more may come at once; where it may not, the
   * response emits 'drain' when it may.
   */
  piece: (bytes: Uint8Array) => boolean;
  end: () => void;
  /** It was broken off. */
  broken: (error: Error) => void;
}

/** A response that goes to no socket. */
export class DetachedResponse extends ServerResponse {
  readonly #sink: Sink;

  constructor(request: IncomingMessage, sink: Sink) {
    super(request);
    this.#sink = sink;
  }

  override writeHead(status: number, headers?: Headers): this;
  override writeHead(status: number, reason?: string, headers?: Headers): this;
  override writeHead(status: number, second?: string | Headers, third?: Headers): this {
    // Where none were set before, Node would write these down without keeping them.
    const headers = typeof second === 'string' ? third : second;
    for (const [name, value] of pairsOf(headers)) this.setHeader(name, value);
    super.writeHead(status);
    this.#sink.head(status, this.getHeaders());
    return this;
  }

  override flushHeaders(): void {
    if (!this.headersSent) this.writeHead(this.statusCode);
  }

  override write(chunk: unknown, written?: Written): boolean;
  override write(chunk: unknown, encoding: BufferEncoding, written?: Written): boolean;
  override write(chunk: unknown, second?: BufferEncoding | Written, third?: Written): boolean {
    this.flushHeaders();
    const written = typeof second === 'function' ? second : third;
    if (written) process.nextTick(written);
    return this.#pass(chunk, second);
  }

  override end(finished?: () => void): this;
  override end(chunk: unknown, finished?: () => void): this;
  override end(chunk: unknown, encoding: BufferEncoding, finished?: () => void): this;
  override end(chunk?: unknown, second?: BufferEncoding | (() => void), third?: () => void): this {
    if (this.writableEnded) return this;
    this.flushHeaders();
    this.#pass(chunk, second);
    super.end();
    this.#finish([chunk, second, third]);
    return this;
  }

  override destroy(error = new Error('The answer was broken off.')): this {
    if (this.destroyed) return this;
    super.destroy();
    if (this.writableEnded) return this;
    this.#sink.broken(error);
    // By this alone Next learns that nobody takes any more, and lets go of what it reads from.
    setImmediate(() => this.emit('close'));
    return this;
  }

  #pass(chunk: unknown, encoding: unknown): boolean {
    const isNamed = typeof encoding === 'string' && Buffer.isEncoding(encoding);
    if (typeof chunk === 'string') {
      return this.#sink.piece(Buffer.from(chunk, isNamed ? encoding : 'utf8'));
    }
    return chunk instanceof Uint8Array ? this.#sink.piece(chunk) : true;
  }

  /** Next waits for the events that a socket would have brought. */
  #finish(given: unknown[]): void {
    Object.defineProperty(this, 'writableFinished', { value: true });
    process.nextTick(() => {
      this.emit('finish');
      for (const finished of given.filter(isCallback)) finished();
    });
    setImmediate(() => this.emit('close'));
    this.#sink.end();
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
