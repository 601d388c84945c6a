import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Creates a folder for the sockets of the origins that only this user can enter, and deletes it when this process exits. */
export function createSocketFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'packgrid-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Windows has named pipes instead of sockets in the file system. */
export const socketOf = (folder: string, origin: number): string =>
  process.platform === 'win32'
    ? `\\\\.\\pipe\\${folder.replaceAll(/[:\\/]/g, '-')}-${origin}`
    : join(folder, `${origin}.sock`);
