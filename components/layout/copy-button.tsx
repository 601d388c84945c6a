interface CopyButtonProps {
  label: string;
  /** Accessible name, if a page has several buttons with the same label; it begins with the label. */
  name?: string;
  /** What to copy: text, or the file at a URL of this site. */
  text?: string;
  src?: string;
}

/** Placeholder of a copy button, filled in the browser; empty inner HTML keeps React from touching its content. */
export function CopyButton({ label, name, text, src }: CopyButtonProps) {
  return (
    <copy-text
      className="no-print"
      data-label={label}
      data-name={name}
      data-text={text}
      data-src={src}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: '' }}
    />
  );
}
