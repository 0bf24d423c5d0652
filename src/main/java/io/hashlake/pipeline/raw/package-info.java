/** The sink {@code raw}: payloads as received, whose finished files a route puts into a store. */
package io.hashlake.pipeline.raw;
