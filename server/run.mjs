/** Bundles the server and runs one of its programs: `node server/run.mjs start`, or `cli` with a command. */
import { bundleServer } from './bundle.mjs';

const [name] = process.argv.splice(2, 1);
await bundleServer();
await import(`../.server/${name}.js`);
