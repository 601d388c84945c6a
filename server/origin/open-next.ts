import { join } from 'node:path';
import next from 'next';
import { finishWith } from '@/server/http/answer/finish';
import { stripWith, type Strips } from '@/server/http/answer/strip-answer';
import { readErrorDocuments } from '@/server/http/error-documents';
import { drawHere } from './draw-here';
import type { Drawing } from './drawing';

/** The built site. Resolves once it can answer. */
export async function openNext(
  folder: string,
  port: number,
): Promise<{ drawing: Drawing; strips: Strips }> {
  const app = next({ dir: folder, dev: false, port });
  await app.prepare();
  const strips = { stripped: 0, unstripped: 0, unstrippedRoute: null };
  const finish = finishWith({
    findErrorDocument: readErrorDocuments(join(folder, '.next')),
    stripAnswer: stripWith(strips, (message) => process.stderr.write(`${message}\n`)),
  });
  return { drawing: drawHere(app.getRequestHandler(), finish), strips };
}
