import type { z } from 'zod';
import type { ErrorDocument } from './schemas/error';

/** The response to a request, before it is rendered in a format. */
export interface Answer<Document = never> {
  status: number;
  document: Document | ErrorDocument;
  /** The slice of a list in `document`. */
  part?: Part;
  /** The results of a list after those in `document`, which are read as they are sent. */
  rest?: { count: number; slices: Iterable<unknown[]> };
  /** Query parameters that had no effect. */
  ignored?: string[];
  /** Whether the document changes with time alone, if only some queries of the operation do. */
  dependsOnClock?: boolean;
  /** New URL of a record whose slug has changed. */
  location?: string;
}

export interface Part {
  limit: number;
  offset: number;
  /** Length of the whole list. */
  count: number;
}

export function found<Document>(document: Document, part?: Part): Answer<Document> {
  return { status: 200, document, ...(part && { part }) };
}

/** 404: no record has the given id or slug. */
export function missing(noun: string): Answer {
  return { status: 404, document: { detail: `No ${noun} matches the given query.` } };
}

/** 301: the record's slug has changed. */
export function moved(location: string): Answer {
  return { status: 301, document: { detail: `Moved to ${location}.` }, location };
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

/** 400: a query parameter is invalid. Reports the first issue of the parse error. */
export function badQuery({ issues }: z.ZodError): Answer {
  const [issue] = issues;
  const parameter = String(issue?.path[0] ?? '');
  const allowed = issue?.code === 'invalid_value' ? issue.values.map(String) : undefined;
  const rule = allowed ? `must be one of ${allowed.join(', ')}` : (issue?.message ?? '');
  return badParameter({ parameter, rule, allowed });
}

/** 400: the request body can't be parsed as its media type. */
export function badBody(detail: string): Answer {
  return { status: 400, document: { detail: `${detail}.` } };
}

export function unsupportedMedia(type: string): Answer {
  return { status: 415, document: { detail: `Unsupported media type "${type}" in request.` } };
}

interface BadParameter {
  parameter: string;
  rule: string;
  allowed?: string[] | undefined;
}

/** 400: a query parameter breaks a rule. */
export function badParameter({ parameter, rule, allowed }: BadParameter): Answer {
  const document: ErrorDocument = { detail: `Parameter "${parameter}" ${rule}.`, parameter };
  return { status: 400, document: allowed ? { ...document, allowed } : document };
}
