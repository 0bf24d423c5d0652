/** Beans that the routes of periodic jobs name: SQL scripts, compaction, the export of the marts and retention. */
package io.hashlake.pipeline.job;
