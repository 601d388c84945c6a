/** Less than what Node takes from the system at a time; then it may look again before the turn is over. */
const MOST_USES = 500;

/**
 * Reads something once for all requests that come in together, since reading it takes longer than the rest of an answer. Nobody gets it
 * older than their request is, as long as it is asked for at once when a request comes in: in one turn of its loop Node first takes all
 * requests that are there from the system, then hears of them one by one, and then calls what setImmediate was given.
 */
export function memoizePerTick(read: () => number): () => number {
  let known = 0;
  let uses = 0;
  const forget = () => {
    uses = 0;
  };
  return () => {
    if (uses === 0) {
      known = read();
      setImmediate(forget);
    }
    uses = (uses + 1) % MOST_USES;
    return known;
  };
}
