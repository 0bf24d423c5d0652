/** Queries in X's language, the hashtags that they ask for, and the packing of several hashtags into one query. */
package io.hashlake.x.query;
