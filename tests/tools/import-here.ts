import { vi } from 'vitest';
import { runImport } from '@/server/cli/import';

/** Imports into this test file's database without a separate process; returns the exit code and what was printed. */
export async function importHere(words: string[]) {
  const lines: string[] = [];
  const note = (text: string) => {
    lines.push(text);
  };
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(note),
    vi.spyOn(console, 'error').mockImplementation(note),
  ];
  try {
    const status = await runImport(words);
    return { status, output: lines.join('\n') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
