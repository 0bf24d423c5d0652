variable "name" {
  description = "Name of the workgroup."
  type        = string

  validation {
    condition     = can(regex("^[a-zA-Z0-9._-]{1,128}$", var.name))
    error_message = "A workgroup's name has 1 to 128 letters, digits, dots, underscores and hyphens."
  }
}

variable "bucket" {
  description = "Name of the bucket that takes the results, below athena-results/."
  type        = string
}

variable "database" {
  description = "Name of the Glue database that the saved queries read."
  type        = string
}

variable "bytes_per_query" {
  description = "Bytes that a query may scan before it is cancelled: what it may cost."
  type        = number
  default     = 10737418240

  validation {
    condition     = var.bytes_per_query >= 10485760
    error_message = "bytes_per_query must be 10485760 (10 MiB) or more: Athena takes no less."
  }
}

variable "kms_key_arn" {
  description = "KMS key that encrypts the results. Without it, S3's own keys do."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_arn == null || can(regex("^arn:[^:]+:kms:", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}
