import { divertStandardStreams, exitWhenWritten } from '@/server/log/standard-streams';
import { serveSite } from './serve';

/** The site without the preparations of `npm start`, for a database and a build that are ready. */
divertStandardStreams();
exitWhenWritten(await serveSite());
