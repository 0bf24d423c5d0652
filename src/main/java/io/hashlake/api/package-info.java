/**
 * The REST API under {@code /api/v1}: what {@link io.hashlake.warehouse.analytics.Analytics} answers, as JSON, NDJSON or CSV. A
 * resource turns checked {@link io.hashlake.api.request.Parameters} into an {@link io.hashlake.api.response.Answer}; one {@link
 * io.hashlake.api.response.Responder} makes responses of these, and every error becomes a {@link io.hashlake.api.problem.Problem}. {@code
 * META-INF/openapi.yaml} describes it all.
 */
package io.hashlake.api;
