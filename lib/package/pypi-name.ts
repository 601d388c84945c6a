/** PEP 508: letters and digits, with dots, hyphens and underscores between them. */
const validName = /^[a-z\d](?:[a-z\d._-]*[a-z\d])?$/i;

/** Maximum length of a name, in characters; no project on PyPI has a longer one, and longer texts aren't matched. */
const LONGEST_NAME = 255;

/** Whether a text is a valid PyPI project name (PEP 508). */
export function isPypiName(text: string): boolean {
  return text.length <= LONGEST_NAME && validName.test(text);
}

/** URLs of a project: its page, its old page and its simple index page; the scheme and `www.` are optional. */
const address =
  /^(?:(?:https?:)?\/\/)?(?:www\.)?(?:pypi\.org\/(?:project|simple|pypi)|pypi\.python\.org\/(?:pypi|simple))\/+([^/?#\s]+)/i;

/** The project name in a PyPI URL, not validated; undefined for any other text. */
export function nameInPypiAddress(text: string): string | undefined {
  return address.exec(text.slice(0, 1000))?.[1];
}

/**
 * The project name in a `pypi_url`. Sites with API v4 use several forms: the bare name, `/name/`, `https://pypi.org/project/NAME/`, or a
 * pypi.python.org URL. Returns null if it is blank, and undefined if it has none of these forms or the name isn't valid on PyPI.
 */
export function pypiNameOf(pypiUrl: string): string | null | undefined {
  const text = pypiUrl.trim();
  if (text === '') return null;
  const name = nameInPypiAddress(text) ?? text.replace(/^\/|\/$/g, '');
  return isPypiName(name) ? name : undefined;
}
