/** Maximum size in bytes; forms of browsable pages are far smaller. */
const LONGEST_FORM = 1000;

/**
 * The method that a browsable page's form requests in `_method`, because HTML forms can only send GET and POST; undefined for any other
 * POST.
 */
export async function methodOfForm(request: Request): Promise<string | undefined> {
  const { headers } = request;
  if (headers.get('content-type') !== 'application/x-www-form-urlencoded') return undefined;
  if (!(Number(headers.get('content-length') ?? Infinity) <= LONGEST_FORM)) return undefined;
  return new URLSearchParams(await request.clone().text()).get('_method') ?? undefined;
}
