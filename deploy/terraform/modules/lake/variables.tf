variable "bucket" {
  description = "Name of the bucket; names are unique across all of AWS."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.bucket))
    error_message = "A bucket's name has 3 to 63 lower-case letters, digits and hyphens, and neither begins nor ends with a hyphen."
  }
}

variable "prefix" {
  description = "Prefix of every key of the lake, as in hashlake.s3.prefix: empty, or with a slash at the end."
  type        = string
  default     = ""

  validation {
    condition     = var.prefix == "" || can(regex("^[^/].*/$", var.prefix))
    error_message = "prefix must be empty, or begin without a slash and end with one."
  }
}

variable "kms_key_arn" {
  description = "KMS key that encrypts the objects. Without it, S3's own keys do (AES256)."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_arn == null || can(regex("^arn:[^:]+:kms:", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}

variable "noncurrent_days" {
  description = "Days for which overwritten and deleted objects, such as files that a compaction replaced, can be restored."
  type        = number
  default     = 30

  validation {
    condition     = var.noncurrent_days >= 1 && floor(var.noncurrent_days) == var.noncurrent_days
    error_message = "noncurrent_days must be a whole number, 1 or more."
  }
}

variable "raw_archive_days" {
  description = "Days after which payloads as received move to Glacier Instant Retrieval. Without it, they stay where they are."
  type        = number
  default     = null

  validation {
    condition     = var.raw_archive_days == null || try(var.raw_archive_days >= 1, false)
    error_message = "raw_archive_days must be 1 or more."
  }
}

variable "results_days" {
  description = "Days for which results of Athena are kept."
  type        = number
  default     = 7

  validation {
    condition     = var.results_days >= 1
    error_message = "results_days must be 1 or more."
  }
}

variable "force_destroy" {
  description = "Whether terraform destroy may delete the bucket while it holds objects."
  type        = bool
  default     = false
}
