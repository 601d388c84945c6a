import type { ServerResponse } from 'node:http';

/** How many requests this process has had, and how many of them are not answered to their end. */
export interface Traffic {
  requests: number;
  inFlight: number;
}

export function countRequest(traffic: Traffic, response: ServerResponse): void {
  traffic.requests += 1;
  traffic.inFlight += 1;
  response.once('close', () => {
    traffic.inFlight -= 1;
  });
}
