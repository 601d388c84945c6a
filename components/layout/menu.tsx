import type { ReactNode } from 'react';
// Imported here rather than globally: most pages have no menu.
import './menu.css';

interface MenuProps {
  label: ReactNode;
  /** The edge of the button that the panel is aligned with. */
  align?: 'start' | 'end';
  children: ReactNode;
}

/** A button that opens a panel below it. Only one menu of a page is open at a time. */
export function Menu({ label, align = 'start', children }: MenuProps) {
  return (
    <details name="menu" className="menu no-print" data-align={align}>
      <summary>{label}</summary>
      <div className="menu-panel">{children}</div>
    </details>
  );
}
