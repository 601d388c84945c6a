import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { frontResponse } from '@/lib/front/response';

const document = (text: string, type = HTML) => ({
  type,
  body: Buffer.from(text),
  gzip: gzipSync(text),
});

const HTML = 'text/html; charset=utf-8';
const PAGE = `<!doctype html><title>Not found – ${'x'.repeat(20_000)}</title>`;
const FAULT = '<!doctype html><title>Fault</title>';
const EMPTY = '<!doctype html><body></body>';

type Answer = (response: ServerResponse) => void;
let answer: Answer = (response) => response.end();

const JSON_FAULT = '{"detail":"A server error occurred."}';

const pages: Partial<Record<number, ReturnType<typeof document>>> = {
  404: document(PAGE),
  500: document(FAULT),
};
const FrontResponse = frontResponse(({ url = '', accept }, status) =>
  url.startsWith('/api/v4/') && (status === 500 || accept === 'application/json')
    ? document(JSON_FAULT, 'application/json')
    : pages[status],
);
const server = createServer({ ServerResponse: FrontResponse }, (_, response) => {
  answer(response);
});

let port = 0;
const kept = new Agent({ keepAlive: true, maxSockets: 1 });

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  if (address !== null && typeof address === 'object') port = address.port;
});

afterAll(() => {
  kept.destroy();
  server.close();
});

interface Question {
  path?: string;
  method?: string;
  agent?: Agent | false;
}

/** What goes out over the wire where the handler answers so. */
async function ask(
  handler: Answer,
  { path = '/packages/p/ghost/', method = 'GET', agent = false }: Question = {},
) {
  answer = handler;
  const asked = request({ port, path, method, agent });
  asked.end();
  const received = await new Promise<IncomingMessage>((resolve, reject) => {
    asked.on('response', resolve).on('error', reject);
  });
  const body = Buffer.concat(await received.toArray());
  return { status: received.statusCode, headers: received.headers, body, asked };
}

const begin =
  (status: number, type: string, rest: Answer): Answer =>
  (response) => {
    response.statusCode = status;
    response.setHeader('Content-Type', type);
    rest(response);
  };

const waysToEnd: [string, Answer][] = [
  ['end alone', (response) => response.end()],
  ['end with the text', (response) => response.end(EMPTY)],
  ['end with the text and its encoding', (response) => response.end(EMPTY, 'utf8')],
  [
    'write and end',
    (response) => {
      response.write('<!doctype html>');
      response.write(Buffer.from('<body>'));
      response.write('</body>', 'utf8');
      response.end();
    },
  ],
  [
    'flushHeaders, then write, then end',
    (response) => {
      response.flushHeaders();
      response.write(EMPTY);
      response.end();
    },
  ],
  [
    'flushHeaders, and the rest later',
    (response) => {
      response.flushHeaders();
      setImmediate(() => {
        response.write('<!doctype html>');
        setImmediate(() => response.end('<body></body>'));
      });
    },
  ],
  [
    'writeHead, then write, then end',
    (response) => {
      response.writeHead(response.statusCode);
      response.write(EMPTY);
      response.end();
    },
  ],
  [
    'a length, a tag and chunks of its own',
    (response) => {
      response.setHeader('ETag', '"empty"');
      response.setHeader('Transfer-Encoding', 'chunked');
      response.write(EMPTY);
      response.end();
    },
  ],
  [
    'a length of its own',
    (response) => {
      response.setHeader('Content-Length', EMPTY.length);
      response.end(EMPTY);
    },
  ],
];

test.each(waysToEnd)('a page that is not found goes out whole, written by %s', async (_, rest) => {
  const { status, headers, body } = await ask(begin(404, HTML, rest));
  expect(status).toBe(404);
  expect(body.toString()).toBe(PAGE);
  expect(headers).toMatchObject({
    'content-type': HTML,
    'content-length': String(Buffer.byteLength(PAGE)),
  });
  expect(headers).not.toHaveProperty('transfer-encoding');
  expect(headers).not.toHaveProperty('content-encoding');
  expect(headers).not.toHaveProperty('etag');
});

test.each(waysToEnd)('HEAD of a page that is not found has its length, by %s', async (_, rest) => {
  const { status, headers, body } = await ask(begin(404, HTML, rest), { method: 'HEAD' });
  expect(status).toBe(404);
  expect(headers['content-length']).toBe(String(Buffer.byteLength(PAGE)));
  expect(body).toHaveLength(0);
});

test.each(waysToEnd)(
  'a page that was agreed to be zipped goes out zipped, by %s',
  async (_, rest) => {
    const zipped = begin(404, HTML, (response) => {
      response.setHeader('Content-Encoding', 'gzip');
      response.setHeader('Vary', 'Accept-Encoding');
      rest(response);
    });
    const { headers, body } = await ask(zipped);
    expect(gunzipSync(body).toString()).toBe(PAGE);
    expect(headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-length': String(body.length),
      vary: 'Accept-Encoding',
    });
  },
);

test('a page in an encoding that there is no document of goes out plain', async () => {
  const brotli = begin(404, HTML, (response) => {
    response.setHeader('Content-Encoding', 'br');
    response.end('x');
  });
  const { headers, body } = await ask(brotli);
  expect(headers).not.toHaveProperty('content-encoding');
  expect(body.toString()).toBe(PAGE);
});

test('each status has its own page', async () => {
  const { status, body } = await ask(begin(500, 'text/html', (response) => response.end(EMPTY)));
  expect(status).toBe(500);
  expect(body.toString()).toBe(FAULT);
});

test('other headers of a page stay', async () => {
  const handler = begin(404, HTML, (response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Set-Cookie', ['a=1', 'b=2']);
    response.end();
  });
  const { headers } = await ask(handler);
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'set-cookie': ['a=1', 'b=2'] });
});

test.each([
  ['a page that is found', '/packages/', 200, HTML],
  ['a page of a status without a document', '/packages/', 410, HTML],
  ['JSON that is not found', '/ghost.json', 404, 'application/json'],
  ['plain text that is not found', '/ghost.txt', 404, 'text/plain; charset=utf-8'],
])('%s goes out as it is', async (_, path, wanted, type) => {
  for (const [, rest] of waysToEnd) {
    const sent = await ask(begin(wanted, type, rest), { path });
    expect(sent.status).toBe(wanted);
    expect(sent.headers['content-type']).toBe(type);
    expect(['', EMPTY]).toContain(sent.body.toString());
  }
});

test.each(['/api', '/apis/', '/packages/api/', '/?next=/api/'])(
  '%s is not below /api/',
  async (path) => {
    const { body } = await ask(
      begin(404, HTML, (response) => response.end()),
      { path },
    );
    expect(body.toString()).toBe(PAGE);
  },
);

test('an answer without a type goes out as it is', async () => {
  const { status, body } = await ask((response) => {
    response.statusCode = 404;
    response.end('gone');
  });
  expect(status).toBe(404);
  expect(body.toString()).toBe('gone');
});

test('what is already on its way is not replaced', async () => {
  const { status, body } = await ask(
    begin(200, HTML, (response) => {
      response.write('begun, ');
      response.statusCode = 404;
      response.end('done');
    }),
  );
  expect(status).toBe(200);
  expect(body.toString()).toBe('begun, done');
});

test('a connection that is kept alive goes on after a page that was replaced', async () => {
  const found = begin(200, 'text/plain', (response) => response.end('found'));
  await ask(found, { agent: kept });
  for (const [, rest] of waysToEnd) {
    for (const method of ['GET', 'HEAD']) {
      const missing = await ask(begin(404, HTML, rest), { agent: kept, method });
      expect(missing.asked.reusedSocket).toBe(true);
      expect(missing.body.toString()).toBe(method === 'HEAD' ? '' : PAGE);

      const next = await ask(found, { agent: kept });
      expect(next.asked.reusedSocket).toBe(true);
      expect(next.body.toString()).toBe('found');
    }
  }
});

test('answers at the same time do not mix', async () => {
  answer = (response) => {
    setTimeout(() => {
      const isMissing = response.req.url === '/missing/';
      begin(isMissing ? 404 : 200, HTML, (it) => it.end('found'))(response);
    }, 5);
  };
  const paths = Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? '/missing/' : '/found/'));
  const bodies = await Promise.all(
    paths.map(async (path) => (await ask(answer, { path })).body.toString()),
  );
  expect(bodies).toEqual(paths.map((path) => (path === '/missing/' ? PAGE : 'found')));
});

test.each([
  ['GET', 301],
  ['HEAD', 301],
  ['POST', 308],
])('a page that has moved for good answers %s with %i', async (method, status) => {
  const moved: Answer = (response) => {
    response.statusCode = 308;
    response.setHeader('Location', '/compare/a,b/');
    response.end();
  };
  const answered = await ask(moved, { method });
  expect(answered.status).toBe(status);
  expect(answered.headers.location).toBe('/compare/a,b/');
});

test('what a handler of the API says of its errors goes out as it is', async () => {
  const handler = begin(404, HTML, (response) => {
    response.setHeader('Allow', 'GET');
    response.end(EMPTY);
  });
  const { body } = await ask(handler, { path: '/api/v4/packages/ghost/?format=api' });
  expect(body.toString()).toBe(EMPTY);
});

test('a path that the API lacks is a page like any other', async () => {
  const { body } = await ask(
    begin(404, HTML, (response) => response.end(EMPTY)),
    {
      path: '/api/v4/ghost/',
    },
  );
  expect(body.toString()).toBe(PAGE);
});

test.each([HTML, 'text/plain'])('a fault of the API, written as %s, is JSON', async (type) => {
  const handler = begin(500, type, (response) => response.end('Internal Server Error'));
  const { headers, body } = await ask(handler, { path: '/api/v4/packages/' });
  expect(body.toString()).toBe(JSON_FAULT);
  expect(headers['content-type']).toBe('application/json');
});

test('responses of the API do not vary by what only scripts of pages send', async () => {
  const handler = begin(200, 'application/json', (response) => {
    response.setHeader('Vary', 'rsc, next-router-prefetch, Accept, Cookie, Accept-Encoding');
    response.end('{}');
  });
  const { headers } = await ask(handler, { path: '/api/v4/' });
  expect(headers['vary']).toBe('Accept, Cookie, Accept-Encoding');
  const page = await ask(handler);
  expect(page.headers['vary']).toContain('rsc');
});
