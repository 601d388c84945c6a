import { database } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { loadCatalogue } from '@/server/import-export/import/load-catalogue';

/** Runs in a separate process, since a process has one database: fills DATABASE_PATH from a file of documents. */
migrateDatabase();
loadCatalogue(process.argv[2]);
database().$client.close();
