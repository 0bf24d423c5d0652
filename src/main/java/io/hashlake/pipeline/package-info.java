/** What the routes name: the sinks at work, the dead letter, and the route files themselves. */
package io.hashlake.pipeline;
