/**
 * HTTP to X: requests, their limits, compressed bodies, errors, and X's time. Every response becomes an
 * {@link io.hashlake.x.client.ApiResult} that says what to do next.
 *
 * <p>X renamed its schema with OpenAPI 2.167; both {@linkplain io.hashlake.x.client.Vocabulary vocabularies} are asked for and
 * parsed.
 */
package io.hashlake.x.client;
