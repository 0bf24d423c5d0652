/** Route files as their users write them: their YAML, what they define and follow, and the mistakes in them. */
package io.hashlake.pipeline.route;
