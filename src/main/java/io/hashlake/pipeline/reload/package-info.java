/** Changes of route files that take effect while the process runs. */
package io.hashlake.pipeline.reload;
