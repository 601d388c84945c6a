/** The types of @types/negotiator are those of an older version, which could not prefer anything. */
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { headers: Record<string, string | undefined> });
    encodings(available: string[], options: { preferred: string[] }): string[];
  }
}
