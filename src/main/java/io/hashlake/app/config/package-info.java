/**
 * What can be configured, a file a group: the {@code hashlake.stream.*} properties are {@link
 * io.hashlake.app.config.StreamConfig}. What a property means stands at it, and docs/configuration.md is made of that.
 */
package io.hashlake.app.config;
