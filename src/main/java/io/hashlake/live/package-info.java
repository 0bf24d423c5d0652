/** The dashboard's feed: one record of what the dashboard shows, sent to every client every two seconds. */
package io.hashlake.live;
