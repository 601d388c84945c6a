import type { Answer, Asking } from './ask';
import { HostError } from './host-error';

/** Reads what a host has apart from the repository's own document. */
export interface Parts {
  /** Its requests are not conditional. */
  asking: Asking;
  /** What the function reads, or null if there is no such thing or the host fails to say. Passes on that a quota is used up. */
  read: <Part>(part: () => Promise<Part>) => Promise<Part | null>;
}

/**
 * Reads a document conditionally, and the rest of the facts if it has changed: hosts change a repository's own document whenever something
 * happens in the repository. Its validators are stored only when all has been read, so that what failed is read again next time.
 *
 * @throws {HostError} if the document can't be read, or a quota is used up
 */
export async function readIfChanged<Document, Facts>(
  asking: Asking,
  readDocument: (asking: Asking) => Promise<Answer<Document>>,
  readRest: (document: Document, parts: Parts) => Promise<Facts>,
): Promise<Answer<Facts>> {
  const held = holdValidators(asking);
  const answer = await readDocument(held.asking);
  if (answer.isUnchanged) return { isUnchanged: true };

  const failures: HostError[] = [];
  const facts = await readRest(answer.facts, {
    asking: unconditional(asking),
    read: async (part) => {
      try {
        return await part();
      } catch (error) {
        if (!(error instanceof HostError) || error.kind === 'limited') throw error;
        if (error.kind !== 'missing') failures.push(error);
        return null;
      }
    },
  });
  if (failures.length === 0) held.store();
  return { isUnchanged: false, facts };
}

/** The facts of an answer to a request that was not conditional. */
export function factsOf<Facts>(answer: Answer<Facts>): Facts {
  if (answer.isUnchanged) throw new Error('An unconditional request was answered by "unchanged".');
  return answer.facts;
}

/** Asks without conditions, and stores no validators. */
export function unconditional(asking: Asking): Asking {
  return { ...asking, validators: { get: () => undefined, set: () => undefined } };
}

function holdValidators(asking: Asking) {
  const held: Parameters<Asking['validators']['set']>[] = [];
  const { get, set } = asking.validators;
  return {
    asking: {
      ...asking,
      validators: { get, set: (...pair: (typeof held)[number]) => void held.push(pair) },
    },
    store: () => {
      for (const pair of held) set(...pair);
    },
  };
}
