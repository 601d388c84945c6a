import { database } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { loadCatalogue } from '@/server/import-export/import/load-catalogue';

/** A process of its own, since one process knows one database: makes that of DATABASE_PATH from a file of documents. */
migrateDatabase();
loadCatalogue(process.argv[2]);
database().$client.close();
