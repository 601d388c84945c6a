import { database } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { loadCatalogue } from '@/db/seed';

/** Runs in a separate process, since a process has one database: builds DATABASE_PATH from a catalogue file. */
migrateDatabase();
loadCatalogue(process.argv[2]);
database().$client.close();
