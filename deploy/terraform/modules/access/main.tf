data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

locals {
  lake    = "${var.bucket_arn}/${var.prefix}"
  glue    = "arn:${data.aws_partition.current.partition}:glue:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}"
  objects = ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
  list    = { actions = ["s3:ListBucket"], resources = [var.bucket_arn] }

  # By role, as in hashlake.roles; the others (warehouse, index) need nothing of AWS. analyst is a person or a BI tool.
  needs = {
    ingest = {
      ReadStream = {
        actions   = ["kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"]
        resources = var.stream_arns
      }
    }

    kinesis = {
      Publish = { actions = ["kinesis:DescribeStreamSummary", "kinesis:PutRecords"], resources = var.stream_arns }
    }

    lake = {
      Find  = local.list
      Write = { actions = local.objects, resources = ["${local.lake}tweets/*", "${local.lake}_hashlake/*"] }
    }

    raw = {
      Find  = local.list
      Write = { actions = local.objects, resources = ["${local.lake}raw/*", "${local.lake}_hashlake/*"] }
    }

    jobs = {
      Find = local.list
      Compact = {
        actions   = local.objects
        resources = ["${local.lake}tweets/*", "${local.lake}marts/*", "${local.lake}reports/*", "${local.lake}_hashlake/*"]
      }
      # Posts are erased from payloads and items, too.
      ErasePayloads = { actions = local.objects, resources = ["${local.lake}raw/*"] }
      EraseItems    = { actions = ["dynamodb:BatchWriteItem", "dynamodb:Scan"], resources = [var.table_arn] }
    }

    dynamodb = {
      Write = { actions = ["dynamodb:DescribeTable", "dynamodb:PutItem"], resources = [var.table_arn] }
      Count = { actions = ["dynamodb:Query"], resources = ["${var.table_arn}/index/by-user"] }
    }

    api = {
      Read   = { actions = ["dynamodb:BatchGetItem", "dynamodb:GetItem"], resources = [var.table_arn] }
      OfUser = { actions = ["dynamodb:Query"], resources = ["${var.table_arn}/index/by-user"] }
    }

    analyst = {
      Find = { actions = ["s3:GetBucketLocation", "s3:ListBucket"], resources = [var.bucket_arn] }
      Read = {
        actions   = ["s3:GetObject"]
        resources = ["${local.lake}tweets/*", "${local.lake}raw/*", "${local.lake}marts/*", "${var.bucket_arn}/firehose/posts/*"]
      }
      KeepResults = {
        actions   = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"]
        resources = ["${var.bucket_arn}/athena-results/*"]
      }
      Ask = {
        actions = [
          "athena:BatchGetNamedQuery", "athena:GetNamedQuery", "athena:GetQueryExecution", "athena:GetQueryResults", "athena:GetWorkGroup",
          "athena:ListNamedQueries", "athena:StartQueryExecution", "athena:StopQueryExecution",
        ]
        resources = [var.workgroup_arn]
      }
      KnowTables = {
        actions   = ["glue:GetDatabase", "glue:GetPartitions", "glue:GetTable", "glue:GetTables"]
        resources = ["${local.glue}:catalog", "${local.glue}:database/default", "${local.glue}:database/${var.database}", "${local.glue}:table/${var.database}/*"]
      }
    }
  }

  statements = { for role, need in local.needs : role => need if !contains(["ingest", "kinesis"], role) || length(var.stream_arns) > 0 }
}

data "aws_iam_policy_document" "role" {
  for_each = local.statements

  dynamic "statement" {
    for_each = each.value

    content {
      sid       = statement.key
      actions   = statement.value.actions
      resources = statement.value.resources
    }
  }

  dynamic "statement" {
    for_each = var.kms_key_arn == null ? [] : [var.kms_key_arn]

    content {
      sid       = "UseTheKey"
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = [statement.value]
    }
  }
}

resource "aws_iam_policy" "role" {
  for_each = data.aws_iam_policy_document.role

  name        = "${var.name}-${each.key}"
  description = "What Hashlake's role ${each.key} needs"
  policy      = each.value.json
}
