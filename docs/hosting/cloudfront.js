// A function of CloudFront for the event "viewer request" (runtime 2.0): pages have a file in their folder, and addresses without a slash
// at the end lead to the page, as on every other host.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler({ request }) {
  const { uri, querystring } = request;
  if (uri.endsWith('/')) {
    request.uri += 'index.html';
    return request;
  }
  if (/\.[^/]*$/.test(uri)) return request;
  const query = Object.entries(querystring)
    .flatMap(([name, { value, multiValue }]) =>
      (multiValue ?? [{ value }]).map((each) => `${name}=${each.value}`),
    )
    .join('&');
  return {
    statusCode: 301,
    statusDescription: 'Moved Permanently',
    headers: {
      location: { value: `${uri.replace(/^\/+/, '/')}/${query === '' ? '' : `?${query}`}` },
    },
  };
}
