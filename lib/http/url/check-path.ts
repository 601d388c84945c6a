import { CHECK_PATH } from '@/lib/api/check/limits';
import { READ_METHODS, POST_METHODS } from '@/lib/api/methods';
import { splitSuffix } from '@/lib/api/suffix';
import { pathOf } from './path-of';

/** Whether a URL is that of the check, the only one that accepts a file. */
export const isCheck = (url = ''): boolean => splitSuffix(pathOf(url)).path === CHECK_PATH;

/** The methods of a read-only URL, for the Allow header. */
export const methodsOf = (url = ''): string => (isCheck(url) ? POST_METHODS : READ_METHODS);
