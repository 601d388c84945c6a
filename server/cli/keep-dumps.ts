import { siteVersions } from '@/db/version';
import { runAside } from './run-aside';

/** Delay of the first check and interval of later ones, in milliseconds: the dumps include an edit within a minute. */
const FIRST = 3000;
const EVERY = 60_000;

/** Keeps the dumps up to date with the catalogue, in a separate low-priority process. */
export function keepDumps(environment: Partial<Record<string, string>>): void {
  let seen: number | undefined;
  let isBusy = false;
  const look = () => {
    const version = currentVersion();
    if (version === undefined || isBusy || version === seen) return;
    [seen, isBusy] = [version, true];
    void runAside('dump', environment).then((isWritten) => {
      isBusy = false;
      // If that failed, the next check tries again.
      if (!isWritten) seen = undefined;
    });
  };
  setTimeout(look, FIRST).unref();
  setInterval(look, EVERY).unref();
}

/** Undefined if the database can't be read now; the next check tries again. */
function currentVersion(): number | undefined {
  try {
    return siteVersions().data();
  } catch (error) {
    console.error(`The dumps could not be checked: ${String(error)}`);
    return undefined;
  }
}
