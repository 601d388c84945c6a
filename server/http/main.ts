import cluster from 'node:cluster';
import { divertStandardStreams } from './log/standard-streams';

divertStandardStreams();
// Each process loads only what it needs.
await (cluster.isPrimary ? import('./cluster/begin-primary') : import('./cluster/begin-worker'));
