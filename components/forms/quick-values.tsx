'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;
const inBrowser = () => true;
const onServer = () => false;

const values = ['yes', 'no', 'partial'];

/** Buttons that fill a text field with a common value; renders nothing without JavaScript. */
export function QuickValues({ field }: { field: string }) {
  const isLive = useSyncExternalStore(never, inBrowser, onServer);
  if (!isLive) return null;
  return (
    <p className="quick" role="group" aria-label="Common values">
      {values.map((value) => (
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
