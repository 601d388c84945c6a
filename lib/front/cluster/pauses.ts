/** In milliseconds, before a process that has ended is started again. */
const SHORTEST = 100;
const LONGEST = 5000;

/** Whoever has lived so long, in milliseconds, was well. */
const A_WHILE = 10_000;

/** How long to wait before another start: longer each time, as long as what is started does not live for a while. */
export function growingPauses(): (lived: number) => number {
  let next = SHORTEST;
  return (lived) => {
    const pause = lived >= A_WHILE ? SHORTEST : next;
    next = Math.min(pause * 2, LONGEST);
    return pause;
  };
}
