import type { Clock } from '@/lib/time';
import { lifecycleOf, type LifecycleInput } from '@/lib/package/warnings';

interface LifecycleNoteProps {
  it: LifecycleInput;
  clock: Clock;
}

/** Marks deprecated, archived and unmaintained packages; renders nothing for others. */
export function LifecycleNote({ it, clock }: LifecycleNoteProps) {
  const lifecycle = lifecycleOf(it, clock);
  if (!lifecycle) return null;
  return (
    <span
      data-tone={lifecycle.tone}
      className="text-caption font-normal text-caution data-[tone=bad]:text-bad"
    >
      {lifecycle.word}
    </span>
  );
}
