export interface AnnouncementProps {
  text: string;
  /** A page of this site that says more. */
  path: string | null;
}

/** A short message from the moderators, on top of a page. */
export function Announcement({ text, path }: AnnouncementProps) {
  return (
    <aside aria-label="Announcement" className="no-print border-b border-line bg-accent-tint">
      <p className="mx-auto px-4 py-2 in-data-[width=page]:max-w-page sm:px-6" dir="auto">
        {path === null ? (
          text
        ) : (
          <a href={path} className="underline">
            {text}
          </a>
        )}
      </p>
    </aside>
  );
}
