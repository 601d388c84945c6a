'use client';

import { commonValues } from '@/lib/edits/common-values';
import { useIsLive } from './use-is-live';

/** Buttons that fill a text field with a common value; renders nothing without JavaScript. */
export function QuickValues({ field }: { field: string }) {
  const isLive = useIsLive();
  if (!isLive) return null;
  return (
    <p className="quick" role="group" aria-label="Common values">
      {commonValues.map((value) => (
        <button
          key={value}
          type="button"
          onClick={() => {
            const input = document.querySelector<HTMLTextAreaElement>(`#field-${field}`);
            if (!input) return;
            input.value = value;
            input.focus();
          }}
        >
          {value}
        </button>
      ))}
    </p>
  );
}
