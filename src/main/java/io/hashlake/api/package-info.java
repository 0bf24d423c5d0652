/**
 * The REST API under {@code /api/v1}: what {@link io.hashlake.warehouse.analytics.Analytics} answers, as JSON, NDJSON or CSV. One
 * method per address, with typed parameters, returns records: {@link io.hashlake.api.request.ParameterFilter} checks the
 * parameters before it, {@link io.hashlake.api.response.RowsFilter} writes the records after it, and every error becomes a {@link
 * io.hashlake.api.problem.Problem}. Annotations describe it all at {@code /api/openapi}.
 */
package io.hashlake.api;
