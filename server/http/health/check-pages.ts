/** Whether pages can be rendered, as of the last check. */
type PageState = 'ok' | 'failing' | 'unknown';

/** Renders a small page and returns the status of the response. */
export type RenderPage = () => Promise<number>;

interface Options {
  /** Milliseconds for which a result is reused, so that frequent requests don't keep the site busy. */
  every?: number;
  /** Milliseconds after which a page counts as failed; several may wait for one thread, each for some time. */
  patience?: number;
}

/** Checks whether pages can be rendered, by rendering one. */
export interface PageCheck {
  /** Renders a page, unless that was just done. */
  check: () => Promise<PageState>;
  /** The result of the last check. */
  last: () => PageState;
}

export function checkPages(
  render: RenderPage,
  { every = 10_000, patience = 10_000 }: Options = {},
): PageCheck {
  let state: PageState = 'unknown';
  let checkedAt = -Infinity;
  let current: Promise<PageState> | undefined;

  const renderOnce = async (): Promise<PageState> => {
    try {
      const status = await within(patience, render());
      if (status === 200) return 'ok';
      process.stderr.write(`Pages can't be rendered: the status is ${status}\n`);
    } catch (error) {
      process.stderr.write(`Pages can't be rendered: ${String(error)}\n`);
    }
    return 'failing';
  };
  const begin = async (): Promise<PageState> => {
    state = await renderOnce();
    checkedAt = performance.now();
    current = undefined;
    return state;
  };

  return {
    check: () => {
      if (performance.now() - checkedAt < every) return Promise.resolve(state);
      return (current ??= begin());
    },
    last: () => state,
  };
}

function within<Result>(millis: number, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Error(`A page took longer than ${millis / 1000} seconds.`));
    }, millis);
    work.then(resolve, reject).finally(() => {
      clearTimeout(late);
    });
  });
}
