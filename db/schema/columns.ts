import { customType, integer } from 'drizzle-orm/sqlite-core';

/** A moment in whole microseconds UTC. */
export const micros = () => integer({ mode: 'number' });

export const flag = () => integer({ mode: 'boolean' }).notNull().default(false);

/** When the row was made and when it was last edited; figures fetched from elsewhere don't count as an edit. */
export const edited = () => ({
  createdAt: micros().notNull(),
  modifiedAt: micros().notNull(),
});

/** Text that sorts and compares without regard to case. */
export const title = customType<{ data: string }>({ dataType: () => 'text collate nocase' });
