/** How one route is typed: the shapes that openapi-typescript writes, without the parts that nobody reads. */
type Json<Body> = { content: { 'application/json': Body } };

export type Operation<Answer, Body = never, Query = never> = {
  parameters: {
    query?: [Query] extends [never] ? never : Query;
    header?: Record<string, string>;
    path?: never;
    cookie?: never;
  };
  requestBody?: [Body] extends [never] ? never : Json<Body>;
  responses: { 200: Json<Answer> };
};

export type OnOne<Answer, Body = never, Query = never, Names extends string = 'id'> = Omit<
  Operation<Answer, Body, Query>,
  'parameters'
> & {
  parameters: {
    query?: [Query] extends [never] ? never : Query;
    header?: Record<string, string>;
    path: Record<Names, string>;
    cookie?: never;
  };
};

export type List<Row> = {
  results: Row[];
  _meta: {
    next_cursor: string | null;
    previous_cursor: string | null;
    page_size: number;
    count?: number;
    totals?: unknown;
  };
};
