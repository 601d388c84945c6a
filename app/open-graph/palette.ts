/** The light colours of globals.css in the only format that the image library reads. */
export const palette = {
  paper: '#fcfbf8',
  ink: '#151b24',
  quiet: '#4f5661',
  line: '#dfdeda',
  accent: '#1b589e',
  good: '#106c3e',
  caution: '#81520a',
  bad: '#b02b27',
};
