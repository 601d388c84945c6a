import { z } from 'zod';
import { developmentStatusName } from '@/lib/package/development-status';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const common = { package: z.string(), text: z.string().min(1).nullable(), as_of: day.nullable() };
const ofKind = <Kind extends string, Value extends z.ZodType>(kind: Kind, value: Value) =>
  z.strictObject({ ...common, kind: z.literal(kind), value: value.nullable() });

const evidence = z.strictObject({ text: z.string(), href: z.url().optional() });
const grid = z.strictObject({ title: z.string(), href: z.string().startsWith('/grids/g/') });
/** What one of several grids says, if they disagree. */
const answer = z.strictObject({ text: z.string().min(1), evidence: evidence.optional(), grid });

const takenValue = z.discriminatedUnion('kind', [
  ofKind('count', z.int()),
  ofKind('rank', z.int()),
  ofKind('age', z.iso.datetime({ offset: true })).extend({ note: z.string().nullable() }),
  ofKind('status', z.int()),
  ofKind('words', z.string()),
  ofKind('link', z.url()),
  ofKind('list', z.array(z.string())),
  ofKind('weeks', z.array(z.int()).length(52)),
  ofKind('cell', z.string().min(1)).extend({
    evidence: evidence.nullable(),
    answers: z.array(answer).min(2).optional(),
  }),
]);
export type TakenValue = z.infer<typeof takenValue>;

const takenFact = z.strictObject({
  key: z.string(),
  label: z.string(),
  description: z.string(),
  grids: z.array(grid).min(2).optional(),
  /** The key of the metric that a feature repeats. */
  repeats: z.string().optional(),
  values: z.array(takenValue),
});

/** `table.json` of a comparison. */
export const takenDocument = z.strictObject({
  title: z.string(),
  packages: z.array(z.strictObject({ id: z.int(), slug: z.string(), title: z.string() })),
  total: z.int(),
  groups: z.array(z.strictObject({ title: z.string(), facts: z.array(takenFact) })),
});

/** The text that a raw value should have. */
export function textOf(it: TakenValue): string | null {
  if (it.value === null) return null;
  switch (it.kind) {
    case 'age': {
      const date = it.value.slice(0, /^\d{4}-\d{2}-\d{2}/.test(it.text ?? '') ? 10 : 7);
      return it.note === null ? date : `${date} (${it.note})`;
    }
    case 'status':
      return developmentStatusName(it.value) ?? '';
    case 'list':
      return it.value.join(', ') || 'none declared';
    case 'weeks':
      return String(it.value.reduce((sum, commits) => sum + commits, 0));
    default:
      return String(it.value);
  }
}
