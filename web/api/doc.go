// Package api answers questions over HTTP under the names of the command line.
//
// [New] makes the handler: routes under /api/v1, their description as OpenAPI 3.1
// at /openapi.json and a page about it at /docs. [Guard] stands before it, and
// before the pages beside it: who may ask, how much and how long.
//
// An answer is JSON, and where it has rows also CSV or Parquet, by the Accept header,
// by ?format= or by a suffix of the path, so that read_csv takes an address as it is. A fault is a
// problem in JSON (RFC 9457) that names the field. No formula lives here; the
// answers are those of package desk.
package api
