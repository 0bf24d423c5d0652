variable "name" {
  description = "Name of the deployment, with which the names of everything but the bucket begin."
  type        = string
  default     = "hashlake"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}$", var.name))
    error_message = "name must begin with a letter and have 2 to 31 lower-case letters, digits and hyphens."
  }
}

variable "region" {
  description = "Region of everything."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-\\d$", var.region))
    error_message = "region must be a region of AWS such as sa-east-1."
  }
}

variable "bucket" {
  description = "Name of the lake's bucket, unique across all of AWS."
  type        = string
}

variable "hashtags" {
  description = "Hashtags that are followed, as in hashtags.yaml, folded to lower case and without #."
  type        = set(string)
}

variable "stream" {
  description = "Whether there is a Kinesis stream that Firehose delivers into the bucket."
  type        = bool
  default     = false
}

variable "kms_key_arn" {
  description = "KMS key of yours that encrypts bucket and table. Without it, AWS's own keys do."
  type        = string
  default     = null
}

variable "service" {
  description = "How the container runs on Fargate. Without it, nothing runs."
  default     = null

  type = object({
    image           = string
    vpc_id          = string
    subnet_ids      = list(string)
    roles           = optional(set(string), ["ingest", "lake", "warehouse", "api", "jobs"])
    api_cidr_blocks = optional(list(string), [])
    environment     = optional(map(string), {})
    secrets         = optional(map(string), {})
  })
}
