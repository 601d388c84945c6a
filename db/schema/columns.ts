import { customType, integer } from 'drizzle-orm/sqlite-core';

/** A timestamp in whole microseconds since the Unix epoch, UTC. */
export const micros = () => integer({ mode: 'number' });

export const flag = () => integer({ mode: 'boolean' }).notNull().default(false);

/** When the row was created and last edited; figures fetched from elsewhere don't count as an edit. */
export const timestamps = () => ({
  createdAt: micros().notNull(),
  modifiedAt: micros().notNull(),
});

/** The id that feeds keep using for a record that an import has renumbered; null if it is the record's own id. */
export const feedId = () => integer();

/** Text that sorts and compares case-insensitively. */
export const title = customType<{ data: string }>({ dataType: () => 'text collate nocase' });
