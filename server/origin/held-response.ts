import { ServerResponse, type OutgoingHttpHeader, type OutgoingHttpHeaders } from 'node:http';

type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[];
type Callback = (error?: Error | null) => void;

/** A complete response that has not been sent. */
export interface Held {
  status: number;
  /** Names are lowercase. */
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

/** A response that can be held back until it is complete, so that it can be sent as another one. Pass the class to `createServer`. */
export class HeldResponse extends ServerResponse {
  #pieces: Uint8Array[] | undefined;
  #onComplete: (held: Held) => void = () => undefined;

  /** Holds the response back, and calls `onComplete` with it once. It is sent by writing it again. */
  hold(onComplete: (held: Held) => void): void {
    this.#pieces = [];
    this.#onComplete = onComplete;
  }

  override writeHead(status: number, headers?: Headers): this;
  override writeHead(status: number, reason?: string, headers?: Headers): this;
  override writeHead(status: number, second?: string | Headers, third?: Headers): this {
    const headers = typeof second === 'string' ? third : second;
    if (!this.#pieces) return super.writeHead(status, headers);
    this.statusCode = status;
    for (const [name, value] of pairsOf(headers)) this.setHeader(name, value);
    return this;
  }

  override flushHeaders(): void {
    if (!this.#pieces) super.flushHeaders();
  }

  override write(chunk: unknown, written?: Callback): boolean;
  override write(chunk: unknown, encoding: BufferEncoding, written?: Callback): boolean;
  override write(chunk: unknown, second?: BufferEncoding | Callback, third?: Callback): boolean {
    const [encoding, written] = splitArguments(second, third);
    if (!this.#pieces) return super.write(chunk, encoding ?? 'utf8', written);
    this.#add(chunk, encoding);
    if (written) process.nextTick(written);
    return true;
  }

  override end(finished?: () => void): this;
  override end(chunk: unknown, finished?: () => void): this;
  override end(chunk: unknown, encoding: BufferEncoding, finished?: () => void): this;
  override end(chunk?: unknown, second?: BufferEncoding | (() => void), third?: () => void): this {
    if (isCallback(chunk)) return this.end(undefined, 'utf8', chunk);
    const [encoding, finished] = splitArguments(second, third);
    if (!this.#pieces) return super.end(chunk, encoding ?? 'utf8', finished);
    this.#add(chunk, encoding);
    if (finished) this.once('finish', finished);
    const body = Buffer.concat(this.#pieces);
    const headers = this.getHeaders();
    this.#pieces = undefined;
    for (const name of this.getHeaderNames()) this.removeHeader(name);
    this.#onComplete({ status: this.statusCode, headers, body });
    return this;
  }

  /** Copies the bytes, since a writer may reuse its memory. */
  #add(chunk: unknown, encoding: BufferEncoding | undefined): void {
    if (typeof chunk === 'string') this.#pieces?.push(Buffer.from(chunk, encoding));
    else if (chunk instanceof Uint8Array) this.#pieces?.push(Buffer.from(chunk));
  }
}

const isCallback = (it: unknown): it is () => void => typeof it === 'function';

/** Encoding and callback, either of which may be missing. */
function splitArguments<Done extends (error?: Error | null) => void>(
  second: BufferEncoding | Done | undefined,
  third: Done | undefined,
): [BufferEncoding | undefined, Done | undefined] {
  return typeof second === 'function' ? [undefined, second] : [second, third];
}

function pairsOf(headers: Headers = {}): [string, OutgoingHttpHeader][] {
  if (!Array.isArray(headers)) {
    return Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    );
  }
  const pairs: [string, OutgoingHttpHeader][] = [];
  for (let at = 0; at + 1 < headers.length; at += 2) {
    pairs.push([String(headers[at]), headers[at + 1] ?? '']);
  }
  return pairs;
}
