import { z } from 'zod';
import { gridFactsSchema } from '@/lib/api/schemas/facts';
import { id, link, slug, time } from '../fields';
import { editedAt, formerSlugs, moment } from './rows';

/** A grid with its table, as rows of the catalogue. */
export const gridDocument = z
  .object({
    id,
    title: z.string().min(1).max(100),
    slug,
    description: z.string().max(1000).default(''),
    is_locked: z.boolean().default(false),
    packages: z.array(link('packages')).default([]),
    header: z.boolean().default(false),
    created: time,
    modified: time,
    facts: gridFactsSchema
      .refine(
        ({ cells, features }) => {
          const known = new Set(features.map((it) => it.id));
          return cells.every((it) => known.has(it.feature));
        },
        { path: ['cells'], error: 'must be of features of the grid' },
      )
      .refine(
        ({ cells, memberships }) => {
          const known = new Set(memberships.map((it) => it.package));
          return cells.every((it) => known.has(it.package));
        },
        { path: ['cells'], error: 'must be of packages of the grid' },
      )
      .optional(),
  })
  .transform((it) => ({
    id: it.id,
    packageIds: it.packages,
    columns: {
      slug: it.slug,
      title: it.title,
      description: it.description,
      isLocked: it.is_locked,
      isHeader: it.header,
      createdAt: it.created,
      modifiedAt: it.modified,
    },
    whole:
      it.facts === undefined
        ? undefined
        : {
            memberships: it.facts.memberships.map((member) => ({
              id: member.id,
              packageId: member.package,
              createdAt: moment(member.created),
            })),
            features: it.facts.features.map((feature) => ({
              id: feature.id,
              title: feature.title,
              description: feature.description,
              ...editedAt(feature),
            })),
            cells: it.facts.cells.map((cell) => ({
              id: cell.id,
              featureId: cell.feature,
              packageId: cell.package,
              text: cell.text,
              evidence: cell.evidence,
              ...editedAt(cell),
            })),
            formerSlugs: formerSlugs(it.facts.former_slugs),
          },
  }));

export type IncomingGrid = z.output<typeof gridDocument>;
