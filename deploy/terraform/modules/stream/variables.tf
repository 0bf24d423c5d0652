variable "name" {
  description = "Name of the stream."
  type        = string

  validation {
    condition     = can(regex("^[a-zA-Z0-9_.-]{1,128}$", var.name))
    error_message = "A stream's name has 1 to 128 letters, digits, underscores, dots and hyphens."
  }
}

variable "shards" {
  description = "Number of shards, each for 1 MB and 1,000 records per second. Without it, the stream is on demand."
  type        = number
  default     = null

  validation {
    condition     = var.shards == null || try(var.shards >= 1 && floor(var.shards) == var.shards, false)
    error_message = "shards must be a whole number, 1 or more."
  }
}

variable "retention_hours" {
  description = "Hours for which records can be read: longer than the longest outage of a reader that must lose nothing."
  type        = number
  default     = 72

  validation {
    condition     = var.retention_hours >= 24 && var.retention_hours <= 8760
    error_message = "retention_hours must be between 24 and 8760."
  }
}

variable "kms_key_id" {
  description = "KMS key that encrypts the records: id, ARN or alias."
  type        = string
  default     = "alias/aws/kinesis"
}
