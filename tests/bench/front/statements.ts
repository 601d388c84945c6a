import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { siteSettings, startServer } from '../server';
import { askFound } from './answer';
import { NEXT_START } from './programs';
import { statement, type PathStatements, type Statement } from './statement';

const recorder = fileURLToPath(new URL('./record-statements.ts', import.meta.url));

/** The statements of the second render of each page, without those that the site runs once for all pages. */
export async function recordStatements(
  databasePath: string,
  paths: string[],
  file: string,
): Promise<PathStatements[]> {
  const program = ['--import', 'tsx', '--import', recorder, ...NEXT_START];
  const server = await startServer(program, { ...siteSettings(databasePath), STATEMENTS: file });
  try {
    const recorded: PathStatements[] = [];
    for (const path of paths) {
      await askFound(server.port, path);
      writeFileSync(file, '');
      await askFound(server.port, path);
      recorded.push({ path, statements: readStatements(file) });
    }
    return recorded;
  } finally {
    await server.end();
  }
}

function readStatements(file: string): Statement[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => statement.parse(JSON.parse(line)));
}
