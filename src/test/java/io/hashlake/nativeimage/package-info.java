/** What the native image needs registered, derived from classes, routes and jars, and compared with what is registered. */
package io.hashlake.nativeimage;
