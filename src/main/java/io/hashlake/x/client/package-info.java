/**
 * HTTP to X: requests, their limits, compressed bodies, errors, and X's time. Every response becomes an
 * {@link io.hashlake.x.client.ApiResult} that says what to do next.
 *
 * <p>X renamed its schema with OpenAPI 2.167; both {@linkplain io.hashlake.x.client.Vocabulary vocabularies} are asked for and
 * parsed.
 *
 * <p>The connections are the JDK's {@link java.net.http.HttpClient}. On top of it are the two limits that it does not have: a
 * deadline that each received byte moves on, and the size of a body, compressed and not.
 */
package io.hashlake.x.client;
