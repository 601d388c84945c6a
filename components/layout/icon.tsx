const paths = {
  book: 'M3 2.5h7.5A2.5 2.5 0 0 1 13 5v8.5H5.5A2.5 2.5 0 0 1 3 11zM3 11a2.5 2.5 0 0 1 2.5-2.5H13',
  box: 'M8 1.8l5.5 3v6.4L8 14.2l-5.5-3V4.8zM2.5 4.8L8 8l5.5-3.2M8 8v6.2',
  branch: 'M5 5v6M5 9c0-2 6-1 6-4M5 3.2a1 1 0 1 0 0 .1M5 12.8a1 1 0 1 0 0 .1M11 3.2a1 1 0 1 0 0 .1',
  chart: 'M2.5 13.5h11M4.5 11V8M8 11V4M11.5 11V6.5',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  cross: 'M4 4l8 8M12 4l-8 8',
  issue: 'M8 2.2a5.8 5.8 0 1 0 .1 0zM8 5.2v3.4M8 10.7v.2',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3L14 14',
  shield: 'M8 1.8l5 1.9v4.1c0 3-2 5.2-5 6.4-3-1.2-5-3.4-5-6.4V3.7z',
  tag: 'M2.5 2.5h5.3l5.7 5.7-5.3 5.3-5.7-5.7zM5.3 5.2v.2',
  warning: 'M8 2.2l6.2 11.3H1.8zM8 6.5v3.2M8 11.6v.2',
} as const;

interface IconProps {
  name: keyof typeof paths;
}

/** Decorative icon next to a word; hidden from screen readers. */
export function Icon({ name }: IconProps) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="inline-block shrink-0 align-[-0.15em]"
    >
      <path d={paths[name]} />
    </svg>
  );
}
