/** A form of the browsable page is some bytes long. */
const LONGEST_FORM = 1000;

/** The method that the form of a browsable page asks for, since a page itself can ask only for GET and POST; undefined for any other POST. */
export async function methodOfForm(request: Request): Promise<string | undefined> {
  const { headers } = request;
  if (headers.get('content-type') !== 'application/x-www-form-urlencoded') return undefined;
  if (!(Number(headers.get('content-length') ?? Infinity) <= LONGEST_FORM)) return undefined;
  return new URLSearchParams(await request.text()).get('_method') ?? undefined;
}
