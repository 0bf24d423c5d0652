/** The Camel component {@code x:}, a thin shell over {@link io.hashlake.x}. */
package io.hashlake.camel;
