/** Access to the API: host names, origins, tokens and roles, and limits of a request's head. */
package io.hashlake.api.access;
