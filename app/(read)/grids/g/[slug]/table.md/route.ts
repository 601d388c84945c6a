import { toMarkdown } from '@/lib/comparison/export';
import { exportComparison } from '../export';

export const GET = exportComparison({
  contentType: 'text/markdown; charset=utf-8',
  write: toMarkdown,
});
