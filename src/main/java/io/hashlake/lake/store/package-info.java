/** Object stores, in a local directory or a bucket; the names of what lies in them; and where damaged objects are set aside. */
package io.hashlake.lake.store;
