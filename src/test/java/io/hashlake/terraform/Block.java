package io.hashlake.terraform;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A resource or a data source.
 *
 * @param address as Terraform writes it, such as {@code data.aws_region.current}
 * @param type the provider's type; of a data source with {@code data_} before it
 */
record Block(String address, String type, JsonNode body) {}
