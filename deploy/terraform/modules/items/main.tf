resource "aws_dynamodb_table" "posts" {
  name                        = var.name
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "hash"
  deletion_protection_enabled = var.deletion_protection

  attribute {
    name = "hash"
    type = "S"
  }

  attribute {
    name = "user_id"
    type = "S"
  }

  attribute {
    name = "created_at"
    type = "S"
  }

  global_secondary_index {
    name            = "by-user"
    hash_key        = "user_id"
    range_key       = "created_at"
    projection_type = "KEYS_ONLY"
  }

  point_in_time_recovery {
    enabled = true
  }

  server_side_encryption {
    enabled     = var.kms_key_arn != null
    kms_key_arn = var.kms_key_arn
  }
}
