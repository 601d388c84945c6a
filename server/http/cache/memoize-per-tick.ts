/** Fewer than the events that Node takes from the system at a time, so the value may be read again before the tick is over. */
const MOST_USES = 500;

/**
 * Reads a value once for all requests that arrive together, since reading it takes longer than the rest of a response. The value is never
 * older than the request, if it is read as soon as the request arrives: in one tick, Node first takes all waiting requests from the system,
 * then handles them one by one, and then runs the callbacks of setImmediate.
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
