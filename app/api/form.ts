/** A form of the browsable page is some bytes long. */
const LONGEST_FORM = 1000;

/** Whether a POST is the form of a browsable page that asks for another method, since a page itself can ask for none. */
export async function isAskedByForm(request: Request, method: string): Promise<boolean> {
  const { headers } = request;
  if (headers.get('content-type') !== 'application/x-www-form-urlencoded') return false;
  if (!(Number(headers.get('content-length') ?? Infinity) <= LONGEST_FORM)) return false;
  return new URLSearchParams(await request.text()).get('_method') === method;
}
