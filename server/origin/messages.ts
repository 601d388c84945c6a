import type { OutgoingHttpHeaders } from 'node:http';
import type { QueryTrace } from '@/db/query-trace';
import type { Answer } from '@/server/http/answer/answer';
import type { RenderContext } from '@/server/http/answer/finish';
import type { Strips } from '@/server/http/answer/strip-answer';
import type { RequestKey } from './own-request';
import type { SentRequest } from './sent-request';

/** An answer whose body is bytes alone. */
export type SentAnswer = Omit<Answer, 'body'> & { body: Uint8Array };

/** What the thread that draws is asked; `id` tells what comes back. */
export type Order =
  | { kind: 'draw'; id: number; asked: RequestKey; context: RenderContext }
  | { kind: 'answer'; id: number; request: SentRequest; context: RenderContext }
  | { kind: 'stream'; id: number; request: SentRequest }
  /** Whether it still comes round to what it is asked. */
  | { kind: 'live' }
  /** The client has taken a piece of a stream. */
  | { kind: 'taken'; id: number }
  /** The client of a stream has gone. */
  | { kind: 'gone'; id: number };

/** What it sends back. */
export type Delivery =
  /** It can answer. */
  | { kind: 'alive' }
  | { kind: 'drawn'; id: number; answer: SentAnswer; reads: QueryTrace | undefined; strips: Strips }
  | { kind: 'answered'; id: number; answer: SentAnswer; strips: Strips }
  | { kind: 'failed'; id: number; reason: string }
  | { kind: 'head'; id: number; status: number; headers: OutgoingHttpHeaders }
  | { kind: 'piece'; id: number; bytes: Uint8Array }
  | { kind: 'end'; id: number };

/** Those that something comes back for. */
export type Task = Exclude<Order, { kind: 'live' }>;
