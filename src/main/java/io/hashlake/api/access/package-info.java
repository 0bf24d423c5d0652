/** Who may ask: host names, origins, the token of what changes something, and limits of a request's head. */
package io.hashlake.api.access;
