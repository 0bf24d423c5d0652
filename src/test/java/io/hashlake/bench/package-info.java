/** The benchmark of docs/benchmarks.md: {@code ./mvnw -Pbench verify -DskipTests}. */
package io.hashlake.bench;
