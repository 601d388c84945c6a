import { toCsv } from '@/lib/comparison/export';
import { exportComparison } from '../export';

export const GET = exportComparison({ contentType: 'text/csv; charset=utf-8', write: toCsv });
