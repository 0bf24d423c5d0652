/** The dashboard's feed: one record of what the dashboard shows, sent every two seconds to everybody who watches. */
package io.hashlake.live;
