/** Aborts its signal after so many milliseconds, or as soon as the caller's signal is aborted. Must be ended when all is done. */
export function startTimeLimit(timeout: number, caller: AbortSignal | null) {
  const stop = new AbortController();
  const timer = setTimeout(() => {
    const message = `did not respond in full within ${timeout / 1000} s`;
    stop.abort(new DOMException(message, 'TimeoutError'));
  }, timeout);
  // AbortSignal.any() of Node 20 may be garbage-collected before it fires.
  const forward = () => {
    stop.abort(caller?.reason);
  };
  caller?.addEventListener('abort', forward);
  if (caller?.aborted === true) forward();
  const end = () => {
    clearTimeout(timer);
    caller?.removeEventListener('abort', forward);
  };
  return {
    signal: stop.signal,
    end,
    /** Ends it, and with it what still runs. */
    abort: () => {
      end();
      stop.abort();
    },
  };
}
