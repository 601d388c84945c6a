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

/** A timestamp as `micros`, which is a Date in code: better-auth reads and writes these. */
export const date = customType<{ data: Date; driverData: number }>({
  dataType: () => 'integer',
  toDriver: (value) => value.getTime() * 1000,
  fromDriver: (value) => new Date(value / 1000),
});
