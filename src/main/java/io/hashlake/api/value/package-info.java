/** Values of parameters: small records that refuse what is not allowed, and how each is read from a text. */
package io.hashlake.api.value;
