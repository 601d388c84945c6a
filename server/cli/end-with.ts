import { SettingsError } from '@/lib/settings';
import { CatalogueError } from '@/lib/import/problem';
import { CommandError } from './command-error';
import { describeSystemFailure } from './system-failure';

/** Sets the exit code to the result of a command. Expected failures print only their message; others are rethrown. */
export async function endWith(command: () => number | Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    const isExpected = [SettingsError, CatalogueError, CommandError].some(
      (it) => error instanceof it,
    );
    const message =
      isExpected && error instanceof Error ? error.message : describeSystemFailure(error);
    if (message === undefined) throw error;
    console.error(message);
    process.exitCode = 1;
  }
}
