/** Answers in the formats that clients accept, with caching, links and deadlines. */
package io.hashlake.api.response;
