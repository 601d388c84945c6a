/** `Celery, Huey and Django Q`: a list of names from outside the site, each isolated for text direction. */
export function Names({ names }: { names: string[] }) {
  return names.map((name, index) => (
    <span key={`${index} ${name}`}>
      {index > 0 && (index === names.length - 1 ? ' and ' : ', ')}
      <bdi>{name}</bdi>
    </span>
  ));
}
