/** Beans that the routes of periodic jobs name: SQL scripts, compaction and the export of the marts. */
package io.hashlake.pipeline.job;
