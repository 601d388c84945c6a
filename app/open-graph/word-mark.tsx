import { palette } from './palette';

const full = ['M1 1h5v5H1z', 'M8 1h5v5H8z', 'M1 8h5v5H1z', 'M15 8h4v5h-4z', 'M8 15h5v4H8z'];
const open = ['M15.5 1.5h3v4h-3z', 'M8.5 8.5h4v4h-4z', 'M1.5 15.5h4v3h-4z', 'M15.5 15.5h3v3h-3z'];

/** The logo of public/icon.svg and the name. */
export function WordMark() {
  return (
    <div style={{ display: 'flex', alignItems: 'center' }}>
      <svg width="40" height="40" viewBox="0 0 20 20">
        {full.map((d) => (
          <path key={d} d={d} fill={palette.accent} />
        ))}
        {open.map((d) => (
          <path key={d} d={d} fill="none" stroke={palette.accent} />
        ))}
      </svg>
      <div style={{ fontSize: 32, marginLeft: 16, letterSpacing: '-0.02em' }}>Packgrid</div>
    </div>
  );
}
