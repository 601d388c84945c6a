/** Pause before restarting a process that has exited, in milliseconds. */
const SHORTEST = 100;
const LONGEST = 5000;

/** A process that has run this long was healthy, in milliseconds. */
const A_WHILE = 10_000;

/** Returns how long to wait before the next start: twice as long each time, up to a limit, until a process runs for a while. */
export function growingPauses(): (lived: number) => number {
  let next = SHORTEST;
  return (lived) => {
    const pause = lived >= A_WHILE ? SHORTEST : next;
    next = Math.min(pause * 2, LONGEST);
    return pause;
  };
}
