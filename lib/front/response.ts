import { ServerResponse, type OutgoingHttpHeader, type OutgoingHttpHeaders } from 'node:http';
import { isOfApi } from './api-path';
import type { ErrorDocument, FindErrorDocument } from './error-documents';

type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[];
type Written = (error?: Error | null) => void;

/**
 * A response that sends whole error pages. Next draws a page on the server only while nothing is thrown, and both notFound() and
 * a fault throw: it then sends a document with an empty body, for JavaScript to fill. In place of that goes a whole document of the
 * same status. It is known by the headers that Next sets before it writes; the handlers of the API set Allow, and what they answer
 * stays as it is.
 */
export function frontResponse(find: FindErrorDocument) {
  return class FrontResponse extends ServerResponse {
    /** The document that goes out in place of what Next writes; undefined where that goes out itself. */
    #document: ErrorDocument | undefined;

    /** Must be asked before the first byte of a header is out. */
    #isReplaced(status = this.statusCode): boolean {
      if (!this.headersSent) {
        if (this.#isOfNext(status)) {
          const { url, headers } = this.req;
          this.#document ??= find({ url, accept: headers.accept }, status);
        }
        if (this.#document) this.statusCode = status;
      }
      return this.#document !== undefined;
    }

    #isOfNext(status: number): boolean {
      if (this.hasHeader('allow')) return false;
      const isPage = String(this.getHeader('content-type')).startsWith('text/html');
      return isPage || (status === 500 && isOfApi(this.req.url));
    }

    /** Next names the headers of its own scripts, which no client of the API sends. */
    #cleanVary(): void {
      const vary = this.getHeader('vary');
      if (vary === undefined || this.headersSent || !isOfApi(this.req.url)) return;
      const names = String(vary).split(/\s*,\s*/);
      const kept = names.filter((name) => !/^(rsc|next-)/i.test(name));
      if (kept.length > 0) this.setHeader('vary', kept.join(', '));
      else this.removeHeader('vary');
    }

    override writeHead(status: number, headers?: Headers): this;
    override writeHead(status: number, reason?: string, headers?: Headers): this;
    override writeHead(status: number, second?: string | Headers, third?: Headers): this {
      if (this.#isReplaced(status)) return this;
      this.#cleanVary();
      // Pages can only send 308, and old clients know only 301; to a reader the two are one.
      const isRead = this.req.method === 'GET' || this.req.method === 'HEAD';
      const sent = status === 308 && isRead ? 301 : status;
      return typeof second === 'string'
        ? super.writeHead(sent, second, third)
        : super.writeHead(sent, second);
    }

    override flushHeaders(): void {
      if (!this.#isReplaced()) super.flushHeaders();
    }

    override write(chunk: unknown, written?: Written): boolean;
    override write(chunk: unknown, encoding: BufferEncoding, written?: Written): boolean;
    override write(chunk: unknown, second?: BufferEncoding | Written, third?: Written): boolean {
      if (this.#isReplaced()) {
        const done = typeof second === 'function' ? second : third;
        if (done) process.nextTick(done);
        return true;
      }
      return typeof second === 'string'
        ? super.write(chunk, second, third)
        : super.write(chunk, second);
    }

    override end(finished?: () => void): this;
    override end(chunk: unknown, finished?: () => void): this;
    override end(chunk: unknown, encoding: BufferEncoding, finished?: () => void): this;
    override end(
      chunk?: unknown,
      second?: BufferEncoding | (() => void),
      third?: () => void,
    ): this {
      const document = this.#isReplaced() ? this.#document : undefined;
      if (document) return this.#send(document, typeof second === 'function' ? second : third);
      return typeof second === 'string'
        ? super.end(chunk, second, third)
        : super.end(chunk, second);
    }

    #send({ type, body: plain, gzip }: ErrorDocument, finished?: () => void): this {
      this.#cleanVary();
      // Next has already agreed with the client on an encoding.
      const isZipped = this.getHeader('content-encoding') === 'gzip';
      const body = isZipped ? gzip : plain;
      if (!isZipped) this.removeHeader('content-encoding');
      this.removeHeader('transfer-encoding');
      this.removeHeader('etag');
      this.setHeader('content-type', type);
      this.setHeader('content-length', body.length);
      super.writeHead(this.statusCode);
      return super.end(body, finished);
    }
  };
}
