import { formatCount } from '@/lib/text/wording';
import { Unknown } from './unknown';

interface CountProps {
  value: number | null;
}

/** An integer with thousands separators. */
export function Count({ value }: CountProps) {
  return value === null ? <Unknown /> : formatCount(value);
}
