import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation';
import type { FormAction } from './form-state';

const OUTDATED =
  'The site has been updated since you opened this page. Copy your input, reload the page and submit it again.';
const UNREACHABLE =
  'The site can’t be reached, or your input is too long for it. What you typed is kept here; please try again.';

/**
 * An action for browsers: if the site can't be reached, or refuses the request as a whole, the input stays in the form. Without it, React
 * would replace the page by an error.
 */
export function keepInput(action: FormAction): FormAction {
  return async (state, data) => {
    try {
      return await action(state, data);
    } catch (error) {
      unstable_rethrow(error);
      const message = unstable_isUnrecognizedActionError(error) ? OUTDATED : UNREACHABLE;
      return {
        values: { ...state.values, ...inputOf(data) },
        errors: {},
        token: state.token,
        message,
      };
    }
  };
}

/** The texts of a form, except passwords, its token and fields of React. */
const inputOf = (data: FormData): Record<string, string> =>
  Object.fromEntries(
    [...data].filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && !/^\$|^token$|password/i.test(entry[0]),
    ),
  );
