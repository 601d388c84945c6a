/** How often a thread is asked for a sign of life, in milliseconds, and how many it may owe: to draw a page takes half a minute at most. */
const EVERY = 5000;
const MOST_OWED = 9;

/**
 * Asks a thread for a sign of life from time to time, and calls `whenHung` where none comes any more, since it hangs in something that
 * never ends. What it returns is to be called for each sign.
 */
export function watchThread(ask: () => void, whenHung: (reason: Error) => void): () => void {
  let owed = 0;
  const look = setInterval(() => {
    owed += 1;
    if (owed <= MOST_OWED) {
      ask();
      return;
    }
    clearInterval(look);
    whenHung(new Error(`It has given no sign of life for ${(MOST_OWED * EVERY) / 1000} seconds.`));
  }, EVERY);
  look.unref();
  return () => {
    owed = 0;
  };
}
