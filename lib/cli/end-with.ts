import { SettingsError } from '@/lib/settings';
import { CatalogueError } from '@/lib/transfer/catalogue-file';
import { CommandError } from './command-error';

/** Ends this process with the status of a command. Of a failure that was to be expected only its message is shown. */
export async function endWith(command: () => number | Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    const isExpected = [SettingsError, CatalogueError, CommandError].some(
      (it) => error instanceof it,
    );
    if (!isExpected || !(error instanceof Error)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
