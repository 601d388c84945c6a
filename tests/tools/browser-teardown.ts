import { rmSync } from 'node:fs';

/** Deletes the database that the browser tests ran on. */
export default function teardown() {
  const folder = process.env['PACKGRID_TEST_FOLDER'];
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
