/**
 * Speaks X API v2: builds requests, keeps their limits, turns every answer into an {@link io.hashlake.x.Answer} that says
 * what to do next, and parses posts into the records of {@code io.hashlake.tweet}.
 *
 * <p>X renamed its schema with OpenAPI 2.167; both {@linkplain io.hashlake.x.Vocabulary vocabularies} are asked for and
 * parsed.
 */
package io.hashlake.x;
