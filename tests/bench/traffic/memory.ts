import { residentBytes } from '@/tests/tools/processes';

/** How often to look, in milliseconds. */
const WATCH = 500;

/** Keeps in mind the most that a process and those that it has started held at once, in bytes. */
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
