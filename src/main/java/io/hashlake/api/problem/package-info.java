/** Errors as problem details of RFC 9457. */
package io.hashlake.api.problem;
