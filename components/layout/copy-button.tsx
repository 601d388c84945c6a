interface CopyButtonProps {
  label: string;
  /** What is copied: a text, or the file at an address of this site. */
  text?: string;
  src?: string;
}

/** The place of a button that copies, which is filled in the browser; empty markup keeps React out of it. */
export function CopyButton({ label, text, src }: CopyButtonProps) {
  return (
    <copy-text
      className="no-print"
      data-label={label}
      data-text={text}
      data-src={src}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: '' }}
    />
  );
}
