locals {
  lake = "s3://${var.bucket}/${var.prefix}"

  # Generated from the schema with which the lake's files are written.
  columns = {
    tweets = jsondecode(file("${path.module}/columns/tweets.json"))
    raw    = jsondecode(file("${path.module}/columns/raw.json"))
  }

  by = {
    hashtag = { name = "hashtag", type = "string" }
    source  = { name = "source", type = "string" }
    dt      = { name = "dt", type = "string" }
    hour    = { name = "hour", type = "int" }
  }

  days = {
    "projection.dt.type"   = "date"
    "projection.dt.format" = "yyyy-MM-dd"
    "projection.dt.range"  = "${var.first_day},NOW"
  }

  hours = {
    "projection.hour.type"   = "integer"
    "projection.hour.range"  = "0,23"
    "projection.hour.digits" = "2"
  }

  declared = {
    tweets = {
      description = "Posts as the sink lake writes them"
      columns     = local.columns.tweets
      location    = "${local.lake}tweets/"
      path        = "hashtag=$${hashtag}/dt=$${dt}/"
      partitions  = [local.by.hashtag, local.by.dt]

      projection = merge(local.days, {
        "projection.hashtag.type"   = "enum"
        "projection.hashtag.values" = join(",", var.hashtags)
      })
    }

    raw = {
      description = "Payloads as the sink raw keeps them"
      columns     = local.columns.raw
      location    = "${local.lake}raw/"
      path        = "source=$${source}/dt=$${dt}/hour=$${hour}/"
      partitions  = [local.by.source, local.by.dt, local.by.hour]

      projection = merge(local.days, local.hours, {
        "projection.source.type"   = "enum"
        "projection.source.values" = join(",", var.sources)
      })
    }

    delivered = {
      description = "Posts as Firehose converts them from the stream"
      columns     = local.columns.tweets
      location    = "s3://${var.bucket}/firehose/posts/"
      path        = "dt=$${dt}/hour=$${hour}/"
      partitions  = [local.by.dt, local.by.hour]
      projection  = merge(local.days, local.hours)
    }
  }

  wanted = { tweets = true, raw = length(var.sources) > 0, delivered = var.delivered }
  tables = { for name, table in local.declared : name => table if local.wanted[name] }
}

resource "aws_glue_catalog_database" "lake" {
  name        = var.database
  description = "Hashlake's Parquet files"
}

resource "aws_glue_catalog_table" "lake" {
  for_each = local.tables

  name          = each.key
  database_name = aws_glue_catalog_database.lake.name
  description   = each.value.description
  table_type    = "EXTERNAL_TABLE"

  # Partitions are computed from these: no crawler runs, and a new day needs no ALTER TABLE.
  parameters = merge(each.value.projection, {
    "EXTERNAL"                  = "TRUE"
    "classification"            = "parquet"
    "projection.enabled"        = "true"
    "storage.location.template" = "${each.value.location}${each.value.path}"
  })

  dynamic "partition_keys" {
    for_each = each.value.partitions

    content {
      name = partition_keys.value.name
      type = partition_keys.value.type
    }
  }

  storage_descriptor {
    location      = each.value.location
    input_format  = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat"
    output_format = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat"

    ser_de_info {
      name                  = "parquet"
      serialization_library = "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"
      parameters            = { "serialization.format" = "1" }
    }

    dynamic "columns" {
      for_each = each.value.columns

      content {
        name    = columns.value.name
        type    = columns.value.type
        comment = columns.value.comment
      }
    }
  }
}
