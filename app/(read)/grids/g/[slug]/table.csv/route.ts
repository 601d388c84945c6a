import { exportComparison } from '@/app/comparison-formats';
import { findGridPath, loadGrid } from '../load';

export const GET = exportComparison('/grids/g/[slug]', 'csv', loadGrid, findGridPath);
