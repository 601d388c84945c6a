import { Presets, SingleBar } from 'cli-progress';
import { formatCount } from '@/lib/text/wording';

/** Milliseconds between lines of progress if there is no terminal for a bar. */
const EVERY = 5000;

/** Shows progress: a bar on a terminal, otherwise plain lines. */
export function showProgress() {
  return process.stderr.isTTY ? bar() : plainLines();
}

function bar() {
  const shown = new SingleBar(
    { format: '{bar} {value} of {total} · {duration_formatted}', hideCursor: true },
    Presets.shades_classic,
  );
  let isBegun = false;
  return {
    show: (done: number, total: number) => {
      if (isBegun) shown.setTotal(total);
      else shown.start(total, done);
      isBegun = true;
      shown.update(done);
    },
    say: (message: string) => {
      // The bar is shown again below it.
      process.stderr.write(`\r\u001B[K${message}\n`);
    },
    stop: () => {
      if (isBegun) shown.stop();
    },
  };
}

function plainLines() {
  let last = performance.now();
  return {
    show: (done: number, total: number) => {
      if (performance.now() - last < EVERY) return;
      last = performance.now();
      console.error(`${formatCount(done)} of ${formatCount(total)} read`);
    },
    say: (message: string) => {
      console.error(message);
    },
    stop: () => undefined,
  };
}
