import { sql } from 'drizzle-orm';
import { packages } from '../schema';

/** The API's `pypi_version`: the newest release, as shown on pages, if PyPI has reported a version of the package; otherwise null. */
export const pypiVersion = sql<
  string | null
>`case when ${packages.latestVersionId} is not null then ${packages.lastReleaseNumber} end`;
