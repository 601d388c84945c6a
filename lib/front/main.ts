import cluster from 'node:cluster';

// Each loads only what it needs.
await (cluster.isPrimary ? import('./cluster/begin-primary') : import('./cluster/begin-worker'));
