/** Examination of what a deployment depends on: X, database, lake, broker, disks; each check with a deadline. */
package io.hashlake.app.doctor;
