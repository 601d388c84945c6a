import { serveChangelog } from '../serve';

export const GET = serveChangelog;
