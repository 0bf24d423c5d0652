data "aws_region" "current" {}

locals {
  partitions = "dt=!{timestamp:yyyy-MM-dd}/hour=!{timestamp:HH}/"
  errors     = "firehose/errors/!{firehose:error-output-type}/"
}

resource "aws_cloudwatch_log_group" "deliveries" {
  name              = "/aws/kinesisfirehose/${var.name}"
  retention_in_days = var.log_days
}

resource "aws_cloudwatch_log_stream" "deliveries" {
  for_each = toset(["raw", "posts"])

  name           = each.key
  log_group_name = aws_cloudwatch_log_group.deliveries.name
}

# The records as they are in the stream, gzipped.
resource "aws_kinesis_firehose_delivery_stream" "raw" {
  name        = "${var.name}-raw"
  destination = "extended_s3"

  kinesis_source_configuration {
    kinesis_stream_arn = var.stream_arn
    role_arn           = aws_iam_role.firehose.arn
  }

  extended_s3_configuration {
    role_arn            = aws_iam_role.firehose.arn
    bucket_arn          = var.bucket_arn
    prefix              = "firehose/raw/${local.partitions}"
    error_output_prefix = local.errors
    buffering_size      = var.buffer_mebibytes
    buffering_interval  = var.buffer_seconds
    compression_format  = "GZIP"
    kms_key_arn         = var.kms_key_arn

    processing_configuration {
      enabled = true

      processors {
        type = "AppendDelimiterToRecord"
      }
    }

    cloudwatch_logging_options {
      enabled         = true
      log_group_name  = aws_cloudwatch_log_group.deliveries.name
      log_stream_name = aws_cloudwatch_log_stream.deliveries["raw"].name
    }
  }

  depends_on = [aws_iam_role_policy.firehose]
}

# The same records as Parquet, by the columns of the Glue table.
resource "aws_kinesis_firehose_delivery_stream" "posts" {
  name        = "${var.name}-posts"
  destination = "extended_s3"

  kinesis_source_configuration {
    kinesis_stream_arn = var.stream_arn
    role_arn           = aws_iam_role.firehose.arn
  }

  extended_s3_configuration {
    role_arn            = aws_iam_role.firehose.arn
    bucket_arn          = var.bucket_arn
    prefix              = "firehose/posts/${local.partitions}"
    error_output_prefix = local.errors
    buffering_size      = var.buffer_mebibytes
    buffering_interval  = var.buffer_seconds
    compression_format  = "UNCOMPRESSED"
    kms_key_arn         = var.kms_key_arn

    data_format_conversion_configuration {
      input_format_configuration {
        deserializer {
          open_x_json_ser_de {}
        }
      }

      output_format_configuration {
        serializer {
          parquet_ser_de {
            compression = "SNAPPY"
          }
        }
      }

      schema_configuration {
        role_arn      = aws_iam_role.firehose.arn
        region        = data.aws_region.current.region
        database_name = var.database
        table_name    = var.table
      }
    }

    cloudwatch_logging_options {
      enabled         = true
      log_group_name  = aws_cloudwatch_log_group.deliveries.name
      log_stream_name = aws_cloudwatch_log_stream.deliveries["posts"].name
    }
  }

  depends_on = [aws_iam_role_policy.firehose]
}
