/** Access to the API: host names, origins, the token of requests that change something, and limits of a request's head. */
package io.hashlake.api.access;
