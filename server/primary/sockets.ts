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

/** The socket of an origin. */
export const socketOf = (folder: string, origin: number): string => pathOf(folder, `${origin}`);

/** The socket of the validator of an origin. */
export const validatorSocketOf = (folder: string, origin: number): string =>
  pathOf(folder, `${origin}-validator`);

/** Windows has named pipes instead of sockets in the file system. */
const pathOf = (folder: string, name: string) =>
  process.platform === 'win32'
    ? `\\\\.\\pipe\\${folder.replaceAll(/[:\\/]/g, '-')}-${name}`
    : join(folder, `${name}.sock`);
