'use client';

import { useEffect } from 'react';
import { isShortcutOn } from '@/components/enhance/shortcut-setting';
import { isTyping } from '@/components/enhance/typing';
import './queue-keys.css';

const KEY = 'queue-position';

/** Moves by j and k through the items of a queue, and decides on the current one: a approves it, r rejects it. No key works while typing. */
export function QueueKeys() {
  useEffect(() => {
    restorePosition();
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  return null;
}

const items = () => [...document.querySelectorAll<HTMLElement>('[data-queue-item]')];

const current = () => items().findIndex((it) => it.contains(document.activeElement));

/** After a decision by key the page is loaded anew: the item that is now in that place is the next one. */
function restorePosition(): void {
  const position = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  if (position === null) return;
  const all = items();
  all[Math.min(Number(position), all.length - 1)]?.focus();
}

function onKey(event: KeyboardEvent): void {
  const isChord = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey;
  if (isChord || event.defaultPrevented || isTyping(event.target) || !isShortcutOn()) return;
  if (event.key === 'j') move(1);
  else if (event.key === 'k') move(-1);
  else if (event.key === 'a') decide('approve');
  else if (event.key === 'r') decide('reject');
  else return;
  event.preventDefault();
}

function move(step: number): void {
  const all = items();
  const at = current();
  all[at === -1 ? 0 : Math.max(0, Math.min(at + step, all.length - 1))]?.focus();
}

function decide(decision: string): void {
  const at = current();
  const button = items()[at]?.querySelector<HTMLButtonElement>(`button[value=${decision}]`);
  if (!button) return;
  sessionStorage.setItem(KEY, String(at));
  button.click();
}
