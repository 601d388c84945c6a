/** What the thread is told. */
export type ToThread =
  /** What a response was rendered from, as the JSON of a QueryTrace; empty if that is unknown. */
  | { kind: 'keep'; key: string; json: Uint8Array }
  /** Whether those queries still return the same rows; `id` identifies the reply. */
  | { kind: 'validate'; id: number; key: string };

/** What it replies to that. */
export interface FromThread {
  id: number;
  isValid: boolean;
}
