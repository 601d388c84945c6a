import type { z } from 'zod';
import type { ErrorDocument } from './schemas/error';

/** What a request comes to, before it is written in any format. */
export interface Answer<Document = never> {
  status: number;
  document: Document | ErrorDocument;
  /** Which part of a list it holds. */
  part?: Part;
}

export interface Part {
  limit: number;
  offset: number;
  /** Of the whole list. */
  count: number;
}

export function found<Document>(document: Document, part?: Part): Answer<Document> {
  return { status: 200, document, ...(part && { part }) };
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

/** A parameter of the query holds what it must not; `error` is what the parsing of the query said. */
export function badQuery({ issues }: z.ZodError): Answer {
  const [issue] = issues;
  const parameter = String(issue?.path[0] ?? '');
  const allowed = issue?.code === 'invalid_value' ? issue.values.map(String) : undefined;
  const rule = allowed ? `must be one of ${allowed.join(', ')}` : (issue?.message ?? '');
  return badParameter({ parameter, rule, allowed });
}

interface BadParameter {
  parameter: string;
  rule: string;
  allowed?: string[] | undefined;
}

/** A parameter of the query breaks a rule. */
export function badParameter({ parameter, rule, allowed }: BadParameter): Answer {
  const document: ErrorDocument = { detail: `Parameter "${parameter}" ${rule}.`, parameter };
  return { status: 400, document: allowed ? { ...document, allowed } : document };
}
