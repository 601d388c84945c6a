/** Methods of read-only resources, for the Allow header. */
export const READ_METHODS = 'GET, HEAD, OPTIONS';

/** Methods of read-only resources that also accept parameters in a POST body, for the Allow header. */
export const POST_METHODS = 'GET, POST, HEAD, OPTIONS';
