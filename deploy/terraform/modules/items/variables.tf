variable "name" {
  description = "Name of the table."
  type        = string
  default     = "hashlake-posts"

  validation {
    condition     = can(regex("^[a-zA-Z0-9_.-]{3,255}$", var.name))
    error_message = "A table's name has 3 to 255 letters, digits, underscores, dots and hyphens."
  }
}

variable "kms_key_arn" {
  description = "KMS key that encrypts the table. Without it, a key that DynamoDB owns does."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_arn == null || can(regex("^arn:[^:]+:kms:", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}

variable "deletion_protection" {
  description = "Whether the table refuses to be deleted."
  type        = bool
  default     = true
}
