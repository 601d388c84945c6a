import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { z } from 'zod';

/** A recorded response of the site. */
export const recordedAnswer = z.object({
  path: z.string(),
  headers: z.array(z.string()),
  body: z.base64().transform((text) => Buffer.from(text, 'base64')),
});

/** Baseline for cache hits: only `node:http`, sending the recorded responses from memory. */
function serve(file: string, port: string): void {
  const answers = z.array(recordedAnswer).parse(JSON.parse(readFileSync(file, 'utf8')));
  const kept = new Map(answers.map((it) => [it.path, it]));
  const server = createServer((request, response) => {
    const answer = kept.get(request.url ?? '');
    if (answer) response.writeHead(200, answer.headers).end(answer.body);
    else response.writeHead(404).end();
  });
  server.listen(Number(port));
}

serve(process.argv[2] ?? '', process.env['PORT'] ?? '');
