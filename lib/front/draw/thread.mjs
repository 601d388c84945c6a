// A thread doesn't take over what its process was started with: tsx is told once more.
import { register } from 'tsx/esm/api';

register();
// tsx has had Node read the source map of each module since. Those of the built site are 35 MB, which the collector would go through
// with each of its rounds: so they aren't read, as under `next start`, and a stack names the places in the built site.
process.setSourceMapsEnabled(false);
await import('./thread.ts');
