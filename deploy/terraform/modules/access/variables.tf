variable "name" {
  description = "Prefix of the policies' names."
  type        = string

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,64}$", var.name))
    error_message = "name must have 1 to 64 letters, digits, underscores and hyphens."
  }
}

variable "bucket_arn" {
  description = "ARN of the lake's bucket."
  type        = string
}

variable "prefix" {
  description = "Prefix of every key of the lake, as in hashlake.s3.prefix."
  type        = string
  default     = ""

  validation {
    condition     = var.prefix == "" || can(regex("^[^/].*/$", var.prefix))
    error_message = "prefix must be empty, or begin without a slash and end with one."
  }
}

variable "stream_arns" {
  description = "ARNs of Kinesis streams that are written and read. Without any, there are no policies ingest and kinesis."
  type        = list(string)
  default     = []
}

variable "table_arn" {
  description = "ARN of the DynamoDB table."
  type        = string
}

variable "database" {
  description = "Name of the Glue database."
  type        = string
}

variable "workgroup_arn" {
  description = "ARN of the Athena workgroup."
  type        = string
}

variable "kms_key_arn" {
  description = "KMS key of yours that encrypts bucket and table. Without it, the policies name no key."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_arn == null || can(regex("^arn:[^:]+:kms:", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}
