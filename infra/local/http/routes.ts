/** A route of the HTTP API that fits a request, with what its path's names stand for. */
export type Match<Route> = {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
};

/**
 * Finds the route of a request as API Gateway's HTTP API does: a full match before `{name}` before `{proxy+}`, the method
 * itself before ANY, `$default` last; undefined when there is none (also for a known path with another method: 404).
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
export function findRoute<Route extends { readonly key: string }>(
  routes: readonly Route[],
  method: string,
  path: string,
): Match<Route> | undefined {
  const found = routes
    .flatMap((route) => {
      const fit = fitRoute(route.key, method, path);
      return fit === undefined ? [] : [{ route, ...fit }];
    })
    .sort((a, b) => compare(a.rank, b.rank));
  const [best] = found;
  return best === undefined ? undefined : { route: best.route, pathParameters: best.pathParameters };
}

type Fit = {
  readonly pathParameters: Readonly<Record<string, string>>;
  /** One figure a segment (0 literal, 1 name, 2 greedy), then one for the method: smaller is closer. */
  readonly rank: readonly number[];
};

function fitRoute(key: string, method: string, path: string): Fit | undefined {
  if (key === '$default') return { pathParameters: {}, rank: [3] };
  const [wantedMethod, pattern = ''] = key.split(' ');
  if (wantedMethod !== 'ANY' && wantedMethod !== method) return undefined;
  const wanted = pattern.split('/').slice(1);
  const given = path.split('/').slice(1);
  const pathParameters: Record<string, string> = {};
  const rank: number[] = [];
  for (const [index, segment] of wanted.entries()) {
    const greedy = /^\{(\w+)\+\}$/.exec(segment)?.[1];
    if (greedy !== undefined) {
      if (given[index] === undefined) return undefined;
      pathParameters[greedy] = given.slice(index).map(decode).join('/');
      return { pathParameters, rank: [...rank, 2] };
    }
    const value = given[index];
    if (value === undefined) return undefined;
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    if (name !== undefined && value !== '') {
      pathParameters[name] = decode(value);
      rank.push(1);
    } else if (segment === value) rank.push(0);
    else return undefined;
  }
  if (given.length > wanted.length) return undefined;
  return { pathParameters, rank: [...rank, wantedMethod === 'ANY' ? 1 : 0] };
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
