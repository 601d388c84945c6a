// A thread doesn't take over what its process was started with: tsx is told once more.
import { register } from 'tsx/esm/api';

register();
await import('./thread.ts');
