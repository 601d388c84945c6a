import { toDocument } from '@/lib/comparison/export';
import { exportComparison } from '../export';

export const GET = exportComparison({
  contentType: 'application/json',
  write: (view, clock, title) => JSON.stringify(toDocument(title, view, clock)),
});
