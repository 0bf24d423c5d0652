/** Records as JSON. */
package io.hashlake.api.json;
