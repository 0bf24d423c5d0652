/** JSON as X writes it, of both versions of its API. */
package io.hashlake.simulator.json;
