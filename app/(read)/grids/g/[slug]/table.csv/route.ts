import { exportComparison } from '@/app/comparison-formats';
import { loadGrid } from '../load';

export const GET = exportComparison('csv', loadGrid);
