const BODY = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>API v1 is gone</title></head>
  <body>
    <h1>API v1 is gone</h1>
    <p>Version 1 of the API has been retired. Use <a href="/api/v4/">version 4</a>, or <a href="/api/v3/">version 3</a> for existing clients.</p>
  </body>
</html>
`;

/** Response to every request for version 1. */
function gone() {
  return new Response(BODY, {
    status: 410,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  });
}

export { gone as DELETE, gone as GET, gone as OPTIONS, gone as PATCH, gone as POST, gone as PUT };
