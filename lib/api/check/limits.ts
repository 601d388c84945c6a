/** Path of the check, the only operation that accepts a file. */
export const CHECK_PATH = '/api/v4/check/';

/** Maximum number of requirements per request. */
export const MOST_CHECKED = 500;

/** Maximum characters of requirements per request, without comments, options and hashes: parsing takes about 1 ms per 200. */
export const MOST_TEXT = 100_000;

/** Maximum unlisted projects per request for which similar names are looked up, at about 6 ms each. */
export const MOST_GUESSED = 50;

/** Maximum lines per request, since the response also lists skipped lines. */
export const MOST_LINES = 20_000;

/** Maximum body size in bytes: 200 requirements with the hash of every wheel take about 500,000. */
export const LARGEST_FILE = 1_048_576;
