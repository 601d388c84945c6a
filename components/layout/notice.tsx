import type { ReactNode } from 'react';
import { Icon } from './icon';

interface NoticeProps {
  tone?: 'caution' | 'bad';
  children: ReactNode;
}

/** A message that users should not miss. */
export function Notice({ tone = 'caution', children }: NoticeProps) {
  return (
    <p
      data-tone={tone}
      className="my-3 flex max-w-prose gap-2 rounded-md border border-caution bg-caution-tint px-3 py-2 data-[tone=bad]:border-bad data-[tone=bad]:bg-bad-tint"
    >
      <span data-tone={tone} className="text-caution data-[tone=bad]:text-bad">
        <Icon name="warning" />
      </span>
      <span className="min-w-0">{children}</span>
    </p>
  );
}
