import { exportComparison } from '@/app/comparison-formats';
import { loadSelection } from '../load';

export const GET = exportComparison('/compare/[packages]', 'json', loadSelection);
