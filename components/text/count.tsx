import { formatCount } from '@/lib/wording';
import { Unknown } from './unknown';

interface CountProps {
  value: number | null;
}

/** A whole number with its thousands apart. */
export function Count({ value }: CountProps) {
  return value === null ? <Unknown /> : formatCount(value);
}
