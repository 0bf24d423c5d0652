/** The sink {@code index}: posts in OpenSearch or Elasticsearch, and the search in it. */
package io.hashlake.index;
