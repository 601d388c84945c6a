import type { HTMLAttributes } from 'react';

interface CustomElement extends HTMLAttributes<HTMLElement> {
  'data-label'?: string | undefined;
  'data-name'?: string | undefined;
  'data-src'?: string | undefined;
  'data-text'?: string | undefined;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'compare-tray': CustomElement;
      'copy-text': CustomElement;
      'search-shortcut': CustomElement;
      'search-suggestions': CustomElement;
      'theme-switch': CustomElement;
    }
  }
}
