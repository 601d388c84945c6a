import { inspect } from 'node:util';
import { lineOutput, STANDARD_ERROR, STANDARD_OUTPUT, type Output } from './output';

let outputs: Output[] = [];

/**
 * Keeps this process running whatever happens to its standard output and error. Node exits when writing to a pipe closed by its reader
 * fails, and blocks or buffers endlessly if a pipe is not read. From here on, output for which there is no room is lost.
 */
export function divertStandardStreams(): void {
  outputs = [
    divert(process.stdout, lineOutput(STANDARD_OUTPUT)),
    divert(process.stderr, lineOutput(STANDARD_ERROR)),
  ];
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${inspect(error)}\n`);
    exitWhenWritten(1);
  });
}

function divert(stream: NodeJS.WriteStream, output: Output): Output {
  const write = (chunk: string | Uint8Array, ...more: unknown[]) => {
    output.write(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    const written = more.find((it) => typeof it === 'function');
    if (written) process.nextTick(written);
    return true;
  };
  Object.assign(stream, { write });
  return output;
}

let isEnding = false;

/** Exits when the last lines are written, or can't be. */
export function exitWhenWritten(status: number): void {
  if (isEnding) return;
  isEnding = true;
  void Promise.all(outputs.map(({ close }) => close())).then(() => process.exit(status));
}
