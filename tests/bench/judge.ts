/** Prints for each bound whether it is met, and returns whether all are. */
export function judge(verdicts: [string, boolean][]): boolean {
  for (const [what, isMet] of verdicts) console.log(`${what}: ${isMet ? 'met' : 'missed'}`);
  return verdicts.every(([, isMet]) => isMet);
}
