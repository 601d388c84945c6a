import { z } from 'zod';
import { gridMetadataSchema } from '@/lib/api/schemas/metadata';
import { MOST } from '../bounds';
import { id, link, slug, time } from '../fields';
import { timestampsOf, formerSlugs, timestamp } from './rows';

const { memberships, features, cells } = gridMetadataSchema.shape;

/** A table is imported whole or not at all: if it were truncated, cells would lose their feature or package. */
const table = gridMetadataSchema.extend({
  memberships: memberships.max(MOST.gridPackages),
  features: features.max(MOST.features),
  cells: z.array(cells.element.extend({ evidence: z.string().max(MOST.evidence) })).max(MOST.cells),
});

/** Parses a grid with its table into rows of the catalogue. */
export const gridDocument = z
  .object({
    id,
    title: z.string().min(1).max(100),
    slug,
    description: z.string().max(1000).default(''),
    is_locked: z.boolean().default(false),
    packages: z.array(link('packages')).max(MOST.gridPackages).default([]),
    header: z.boolean().default(false),
    created: time,
    modified: time,
    facts: table
      .refine(
        ({ cells, features }) => {
          const known = new Set(features.map((it) => it.id));
          return cells.every((it) => known.has(it.feature));
        },
        { path: ['cells'], error: 'must belong to features of the grid' },
      )
      .refine(
        ({ cells, memberships }) => {
          const known = new Set(memberships.map((it) => it.package));
          return cells.every((it) => known.has(it.package));
        },
        { path: ['cells'], error: 'must belong to packages of the grid' },
      )
      .optional(),
  })
  .transform((grid) => ({
    id: grid.id,
    packageIds: grid.packages,
    columns: {
      slug: grid.slug,
      title: grid.title,
      description: grid.description,
      isLocked: grid.is_locked,
      isHeader: grid.header,
      createdAt: grid.created,
      modifiedAt: grid.modified,
    },
    whole:
      grid.facts === undefined
        ? undefined
        : {
            gridPackages: grid.facts.memberships.map((member) => ({
              id: member.id,
              packageId: member.package,
              createdAt: timestamp(member.created),
            })),
            features: grid.facts.features.map((feature) => ({
              id: feature.id,
              title: feature.title,
              description: feature.description,
              metric: feature.metric,
              position: feature.position,
              ...timestampsOf(feature),
            })),
            cells: grid.facts.cells.map((cell) => ({
              id: cell.id,
              featureId: cell.feature,
              packageId: cell.package,
              text: cell.text,
              evidence: cell.evidence,
              comment: cell.comment,
              confirmedAt: cell.confirmed === undefined ? undefined : timestamp(cell.confirmed),
              ...timestampsOf(cell),
            })),
            formerSlugs: formerSlugs(grid.facts.former_slugs),
          },
  }));

export type IncomingGrid = z.output<typeof gridDocument>;
