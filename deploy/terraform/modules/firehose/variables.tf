variable "name" {
  description = "Prefix of the names of the delivery streams, their role and their logs."
  type        = string

  validation {
    condition     = can(regex("^[a-zA-Z0-9_.-]{1,40}$", var.name))
    error_message = "name must have 1 to 40 letters, digits, underscores, dots and hyphens."
  }
}

variable "stream_arn" {
  description = "ARN of the Kinesis stream that is read."
  type        = string
}

variable "bucket_arn" {
  description = "ARN of the bucket that takes the files, below firehose/."
  type        = string
}

variable "database" {
  description = "Name of the Glue database."
  type        = string
}

variable "table" {
  description = "Name of the Glue table whose columns the Parquet files get."
  type        = string
}

variable "kms_key_arn" {
  description = "KMS key that encrypts the bucket, where it is not S3's own."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_arn == null || can(regex("^arn:[^:]+:kms:", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}

variable "buffer_mebibytes" {
  description = "Size at which a file is written, in MiB."
  type        = number
  default     = 128

  validation {
    condition     = var.buffer_mebibytes >= 64 && var.buffer_mebibytes <= 128
    error_message = "buffer_mebibytes must be between 64, the least for Parquet, and 128."
  }
}

variable "buffer_seconds" {
  description = "Seconds after which a file is written at the latest."
  type        = number
  default     = 300

  validation {
    condition     = var.buffer_seconds >= 60 && var.buffer_seconds <= 900
    error_message = "buffer_seconds must be between 60 and 900."
  }
}

variable "log_days" {
  description = "Days for which errors of the delivery are kept in CloudWatch."
  type        = number
  default     = 30

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 180, 365], var.log_days)
    error_message = "log_days must be one of CloudWatch's periods: 1, 3, 5, 7, 14, 30, 60, 90, 180 or 365."
  }
}
