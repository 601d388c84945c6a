/** The types in @types/negotiator are for an older version, without `preferred`. */
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { headers: Record<string, string | undefined> });
    encodings(available: string[], options: { preferred: string[] }): string[];
  }
}
