/** Audit log: who changed what in routes, in X's rules and through the API. */
package io.hashlake.app.audit;
