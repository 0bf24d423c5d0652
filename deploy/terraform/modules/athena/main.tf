locals {
  queries = { for file in fileset("${path.module}/queries", "*.sql") : trimsuffix(file, ".sql") => file("${path.module}/queries/${file}") }
}

resource "aws_athena_workgroup" "analysts" {
  name        = var.name
  description = "Queries of Hashlake's Parquet files"

  configuration {
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = true
    bytes_scanned_cutoff_per_query     = var.bytes_per_query

    engine_version {
      selected_engine_version = "Athena engine version 3"
    }

    result_configuration {
      output_location = "s3://${var.bucket}/athena-results/"

      encryption_configuration {
        encryption_option = var.kms_key_arn == null ? "SSE_S3" : "SSE_KMS"
        kms_key_arn       = var.kms_key_arn
      }
    }
  }
}

resource "aws_athena_named_query" "saved" {
  for_each = local.queries

  name        = each.key
  description = trimprefix(split("\n", each.value)[0], "-- ")
  workgroup   = aws_athena_workgroup.analysts.id
  database    = var.database
  query       = each.value
}
