import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** Gives each test of a file an empty folder for sockets, and runs its cleanups after it. */
export function useSocketFolder() {
  const cleanups: (() => void)[] = [];
  const current = { folder: '', cleanups };
  beforeEach(() => {
    current.folder = mkdtempSync(join(tmpdir(), 'packgrid-'));
  });
  afterEach(() => {
    for (const cleanup of cleanups.splice(0)) cleanup();
    rmSync(current.folder, { recursive: true, force: true });
  });
  return current;
}
