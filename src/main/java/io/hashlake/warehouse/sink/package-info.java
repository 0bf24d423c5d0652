/** The sink that keeps every post and account in its newest observed state. */
package io.hashlake.warehouse.sink;
