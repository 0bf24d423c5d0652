/** Bodies of X's responses as they arrive: bounded ones, and those without an end. */
package io.hashlake.x.client.body;
