/**
 * Errors as problem details of RFC 9457. The extension {@code quarkus-resteasy-problem} does not serve here: it writes {@code status}
 * before {@code title} and adds {@code instance}, so that no published body would stay as it is, and it knows nothing of what is
 * refused below the resources, by routes and by Netty.
 */
package io.hashlake.api.problem;
