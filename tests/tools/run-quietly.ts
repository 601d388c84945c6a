import { spawn } from 'node:child_process';
import { ROOT } from '@/lib/root';

/** Runs a Node program in the repository, and returns its exit code and what it printed. */
export function runQuietly(words: string[]) {
  return new Promise<{ status: number; output: string }>((resolve, reject) => {
    const child = spawn(process.execPath, words, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    const stop = () => child.kill();
    process.once('exit', stop);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', stop);
      resolve({ status: code ?? 1, output: output.trim() });
    });
  });
}
