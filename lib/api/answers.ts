/** What a request comes to, before it is written in any format. */
export interface Answer {
  status: number;
  document: unknown;
}

export function found(document: unknown): Answer {
  return { status: 200, document };
}

/** No record of that kind bears the given id or slug. */
export function missing(noun: string): Answer {
  return { status: 404, document: { detail: `No ${noun} matches the given query.` } };
}

export function notFound(): Answer {
  return { status: 404, document: { detail: 'Not found.' } };
}

export function methodNotAllowed(method: string): Answer {
  return { status: 405, document: { detail: `Method "${method}" not allowed.` } };
}

export function notAcceptable(): Answer {
  return { status: 406, document: { detail: 'Could not satisfy the request Accept header.' } };
}
