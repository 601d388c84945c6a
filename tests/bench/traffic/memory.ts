import { residentBytes } from '@/tests/tools/processes';

/** Sampling interval in milliseconds. */
const WATCH = 500;

/** Tracks the peak memory of a process and its children, in bytes. */
export function watchMemory(processId: number) {
  let most = 0;
  const look = () => (most = Math.max(most, residentBytes(processId)));
  const timer = setInterval(look, WATCH);
  return {
    most: look,
    stop: () => {
      clearInterval(timer);
    },
  };
}
